import { describe, expect, it } from "vitest";
import { encodeWinAnsi } from "@/documents/pdf/encodeWinAnsi";
import { measureText, wrapText } from "@/documents/pdf/measureText";

const written = (text: string) => new TextDecoder("windows-1252").decode(Uint8Array.from(encodeWinAnsi(text)));

describe("the encoding", () => {
	it("keeps what the fonts hold", () => {
		expect(written("Größe “quoted” – 85 % … €5 · naïve")).toBe("Größe “quoted” – 85 % … €5 · naïve");
	});

	it("takes composed and decomposed letters for the same", () => {
		expect(encodeWinAnsi("é".normalize("NFD"))).toEqual(encodeWinAnsi("é"));
	});

	it("drops marks the fonts lack, and marks what is of another script", () => {
		expect(written("Wiśniewski, Għajn Tuffieħa, Łódź")).toBe("Wisniewski, Ghajn Tuffieha, Lódz");
		expect(written("月影 ok")).toBe("?? ok");
	});

	it("makes a space of every kind of white space, control characters no longer", () => {
		expect(written("a\tb\u00a0c")).toBe("a b\u00a0c");
		expect(written("a\u0007b")).toBe("a?b");
	});
});

describe("widths", () => {
	it("are those of the fonts", () => {
		expect(measureText("Hello", "regular", 1000)).toBe(722 + 556 + 222 + 222 + 556);
		expect(measureText("Hello", "bold", 1000)).toBe(722 + 556 + 278 + 278 + 611);
		expect(measureText("é“", "regular", 10)).toBeCloseTo(8.89);
		expect(measureText("", "bold", 12)).toBe(0);
	});
});

describe("wrapping", () => {
	const wrap = (text: string, width: number) => wrapText({ text, font: "regular", size: 10, width });

	it("breaks at spaces, and no line is wider than it may be", () => {
		const text = "Operations invites them or corrects the invoice before the customer pays it.";
		const lines = wrap(text, 90);
		expect(lines.join(" ")).toBe(text);
		expect(lines.length).toBeGreaterThan(3);
		for (const line of lines) expect(measureText(line, "regular", 10)).toBeLessThanOrEqual(90);
	});

	it("breaks a word that is wider than a line, and loses nothing of it", () => {
		const hash = "0123456789abcdef".repeat(4);
		const lines = wrap(`SHA-256 ${hash}`, 100);
		expect(lines.join("").replace("SHA-256", "").replaceAll(" ", "")).toBe(hash);
		for (const line of lines) expect(measureText(line, "regular", 10)).toBeLessThanOrEqual(100);
	});

	it("keeps line breaks, empty lines too", () => {
		expect(wrap("one\n\ntwo", 100)).toEqual(["one", "", "two"]);
	});
});
