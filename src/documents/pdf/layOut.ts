import { type Block, type Cell, type Colour, felt, grey, ink, type Mark, type Page } from "./block";
import { type Font, measureText, wrapText } from "./measureText";

/** A4, in points. */
export const pageSize = { width: 595.28, height: 841.89 } as const;
const margin = { side: 56, top: 60, bottom: 64 } as const;
const width = pageSize.width - 2 * margin.side;
const bodySize = 9.5;
const lineHeight = 1.38;
const cellGap = 10;

type Line = { text: string; x: number; font: Font; size: number; colour: Colour };

/** Lines that stay together: `height` from the top of the first to the bottom of the last. */
type Strip = { lines: (Line & { down: number })[]; height: number; before: number; rule: boolean; keepsNext: boolean };

/**
 * Places blocks on as many pages as they need, with the page's number at the foot of each.
 * @param input.footer stands at the foot of every page
 */
export function layOut(input: { blocks: readonly Block[]; footer: string }): Page[] {
	const strips = input.blocks.flatMap(stripsOf);
	const pages: Page[] = [];
	let page: Page = [];
	let y = pageSize.height - margin.top;
	const turn = () => {
		pages.push(page);
		page = [];
		y = pageSize.height - margin.top;
	};
	for (const [index, strip] of strips.entries()) {
		const next = strip.keepsNext ? strips[index + 1] : undefined;
		const needed = strip.height + (next ? next.before + next.height : 0);
		if (page.length > 0 && y - strip.before - needed < margin.bottom) turn();
		y -= page.length > 0 ? strip.before : 0;
		page.push(...marksOf(strip, y));
		y -= strip.height;
	}
	turn();
	return pages.map((marks, index) => [...marks, ...footOf(input.footer, index + 1, pages.length)]);
}

function marksOf({ lines, rule }: Strip, top: number): Mark[] {
	const right = pageSize.width - margin.side;
	const ruled: Mark[] = rule
		? [{ kind: "line", from: [margin.side, top], to: [right, top], width: 0.5, colour: [0.83, 0.82, 0.8] }]
		: [];
	return [...ruled, ...lines.map(({ down, ...line }): Mark => ({ kind: "text", ...line, y: top - down }))];
}

function stripsOf(block: Block): Strip[] {
	switch (block.kind) {
		case "title":
			return [{ ...together(wrapped(block.text, "bold", 19, felt)), before: 0, rule: false, keepsNext: true }];
		case "heading":
			return [{ ...together(wrapped(block.text, "bold", 12, ink)), before: 16, rule: false, keepsNext: true }];
		case "text": {
			const { text, font = "regular", size = bodySize, colour = ink } = block;
			// Line by line: a long text goes on over the page.
			return wrapped(text, font, size, colour).map((line, index) => ({
				...together([line]),
				before: index === 0 ? 4 : 0,
				rule: false,
				keepsNext: false,
			}));
		}
		case "table":
			return block.rows.flatMap((row, index) => rowStrips(row, block.columns, index === 0 ? 6 : 0));
		case "rule":
			return [{ lines: [], height: 6, before: 8, rule: true, keepsNext: false }];
	}
}

const wrapped = (
	text: string,
	font: Font,
	size: number,
	colour: Colour,
	x: number = margin.side,
	room = width,
): Line[] => wrapText({ text, font, size, width: room }).map((line) => ({ text: line, x, font, size, colour }));

function together(lines: Line[]): Pick<Strip, "lines" | "height"> {
	let height = 0;
	const placed = lines.map((line) => {
		height += line.size * lineHeight;
		return { ...line, down: height - line.size * 0.38 };
	});
	return { lines: placed, height };
}

/** The lines of a row that fit on a page; what is left of a taller one goes on below. */
function rowStrips(row: readonly Cell[], columns: readonly number[], before: number): Strip[] {
	const parts = columns.reduce((sum, part) => sum + part, 0);
	let x: number = margin.side;
	const cells = columns.map((part, index) => {
		const cell = row[index] ?? "";
		const { text, font = "regular", colour = ink } = typeof cell === "string" ? { text: cell } : cell;
		const room = (width * part) / parts;
		const lines = wrapped(text, font, bodySize, colour, x, room - (index < columns.length - 1 ? cellGap : 0));
		x += room;
		return lines;
	});
	const most = Math.floor((pageSize.height - margin.top - margin.bottom) / (bodySize * lineHeight)) - 2;
	const tallest = Math.max(...cells.map(({ length }) => length));
	return Array.from({ length: Math.ceil(tallest / most) }, (_, piece) => {
		const shown = cells.map((lines) => together(lines.slice(piece * most, (piece + 1) * most)));
		const lines = shown.flatMap((column) => column.lines.map((line) => ({ ...line, down: line.down + 4 })));
		const height = Math.max(...shown.map((column) => column.height)) + 8;
		return { lines, height, before: piece === 0 ? before : 0, rule: piece === 0, keepsNext: false };
	});
}

function footOf(footer: string, number: number, count: number): Mark[] {
	const size = 8;
	const label = `${number} / ${count}`;
	const x = pageSize.width - margin.side - measureText(label, "regular", size);
	const style = { font: "regular", size, colour: grey, y: margin.bottom - 28 } as const;
	const [shown = ""] = wrapText({ text: footer, font: "regular", size, width: x - margin.side - cellGap });
	return [
		{ kind: "text", text: shown, x: margin.side, ...style },
		{ kind: "text", text: label, x, ...style },
	];
}
