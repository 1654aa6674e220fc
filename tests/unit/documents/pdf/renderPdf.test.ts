import { describe, expect, it } from "vitest";
import type { Block } from "@/documents/pdf/block";
import { renderPdf } from "@/documents/pdf/renderPdf";

const render = (blocks: Block[], title = "Go or no-go") =>
	Buffer.from(renderPdf({ title, footer: "A footer", madeAt: "2026-11-21T15:04:05.000Z", blocks })).toString("latin1");

/** Where each object begins, as the file's own table says. */
function offsetsOf(file: string): number[] {
	const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
	expect(file.slice(start, start + 4)).toBe("xref");
	return [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
}

const linesOf = (file: string) =>
	[...file.matchAll(/([\d.]+) ([\d.]+) Td \(((?:[^()\\]|\\.)*)\) Tj/g)].map(([, x, y, text]) => ({
		x: Number(x),
		y: Number(y),
		text,
	}));

describe("a PDF", () => {
	it("is a whole file: its table finds every object, and every stream is as long as it says", () => {
		const file = render([{ kind: "title", text: "Go" }, { kind: "rule" }, { kind: "text", text: "Nothing." }]);
		expect(file.startsWith("%PDF-1.7\n")).toBe(true);
		const offsets = offsetsOf(file);
		expect(offsets).toHaveLength(7);
		offsets.forEach((offset, index) => {
			expect(file.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
		});
		for (const [, length, content] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
			expect(content).toHaveLength(Number(length));
		}
		expect(file).toContain("/CreationDate (D:20261121150405Z)");
	});

	it("escapes what would end a string, and writes other letters by their code", () => {
		const file = render([{ kind: "text", text: "a (b) \\ c – é" }]);
		expect(file).toContain("(a \\(b\\) \\\\ c \\226 \\351) Tj");
	});

	it("keeps its title in any script", () => {
		expect(render([], "月")).toContain("/Title <feff6708>");
	});

	it("breaks pages inside the margins, and numbers them", () => {
		const rows = Array.from({ length: 90 }, (_, index) => [`item ${index}`, "a".repeat(20)]);
		const file = render([
			{ kind: "heading", text: "Blockers" },
			{ kind: "table", columns: [1, 1], rows },
		]);
		expect(file).toMatch(/\/Count 3 /);
		const lines = linesOf(file);
		expect(lines.filter(({ text }) => /^\d \/ 3$/.test(text ?? "")).map(({ text }) => text)).toEqual([
			"1 / 3",
			"2 / 3",
			"3 / 3",
		]);
		const body = lines.filter(({ text }) => text?.startsWith("item"));
		expect(body.map(({ text }) => text)).toEqual(rows.map(([name]) => name));
		for (const { x, y } of body) expect([x >= 56, y >= 60, y <= 790]).toEqual([true, true, true]);
	});

	it("does not leave a heading alone at the foot of a page", () => {
		const filler: Block[] = Array.from({ length: 53 }, (_, index) => ({ kind: "text", text: `line ${index}` }));
		for (let dropped = 0; dropped < 12; dropped++) {
			const file = render([
				...filler.slice(dropped),
				{ kind: "heading", text: "Alone" },
				{ kind: "text", text: "After" },
			]);
			const pages = file.split("endstream");
			const alone = pages.findIndex((page) => page.includes("(Alone)"));
			expect(pages[alone]).toContain("(After)");
		}
	});

	it("goes on with a row that is taller than a page", () => {
		const words = Array.from({ length: 1500 }, (_, index) => `w${index}`).join(" ");
		const file = render([{ kind: "table", columns: [1, 2], rows: [["why", words]] }]);
		const found = linesOf(file)
			.flatMap(({ text }) => text?.split(" ") ?? [])
			.filter((word) => /^w\d+$/.test(word));
		expect(found).toHaveLength(1500);
		expect(Math.min(...linesOf(file).map(({ y }) => y))).toBeGreaterThan(30);
	});
});
