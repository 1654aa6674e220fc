import { encodeWinAnsi } from "./encodeWinAnsi";

export type Font = "regular" | "bold";

const digits = Array<number>(10).fill(556);

/** Advance widths in thousandths of the size, from 0x20 to 0x7e: Adobe's metrics of Helvetica and Helvetica Bold. */
// biome-ignore format: in the rows of the code chart
const ascii: Readonly<Record<Font, readonly number[]>> = {
	regular: [
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, ...digits, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
		556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
	],
	bold: [
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, ...digits, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
		611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
	],
};

/** Of what is no letter with a mark: that has its letter's width. Regular, bold. */
const others: Readonly<Record<string, readonly [number, number]>> = {
	"‚": [222, 278],
	"„": [333, 500],
	"…": [1000, 1000],
	"‰": [1000, 1000],
	Œ: [1000, 1000],
	œ: [944, 944],
	"‘": [222, 278],
	"’": [222, 278],
	"“": [333, 500],
	"”": [333, 500],
	"•": [350, 350],
	"–": [556, 556],
	"—": [1000, 1000],
	"™": [1000, 1000],
	"\u00a0": [278, 278],
	"©": [737, 737],
	"®": [737, 737],
	"°": [400, 400],
	"·": [278, 278],
	Æ: [1000, 1000],
	æ: [889, 889],
	Ø: [778, 778],
	ø: [611, 611],
	ß: [611, 611],
	ð: [556, 611],
	þ: [556, 611],
	Ð: [722, 722],
	Þ: [667, 667],
	"×": [584, 584],
};

const decoder = new TextDecoder("windows-1252");

function widthOfCode(code: number, font: Font): number {
	const own = ascii[font][code - 0x20];
	if (own !== undefined && code <= 0x7e) return own;
	const char = decoder.decode(Uint8Array.of(code));
	const other = others[char];
	if (other) return other[font === "regular" ? 0 : 1];
	const letter = char.normalize("NFD").charCodeAt(0);
	return (letter <= 0x7e ? ascii[font][letter - 0x20] : undefined) ?? 556;
}

/** How wide a text is, in points. */
export function measureText(text: string, font: Font, size: number): number {
	return encodeWinAnsi(text).reduce((sum, code) => sum + widthOfCode(code, font), 0) * (size / 1000);
}

/** The lines a text takes in a width, in points. It breaks at spaces, and inside a word only where the word is wider than a line. */
export function wrapText(input: { text: string; font: Font; size: number; width: number }): string[] {
	const { text, font, size, width } = input;
	const fits = (line: string) => measureText(line, font, size) <= width;
	return text.split(/\r?\n/).flatMap((paragraph) => {
		const lines: string[] = [];
		let line = "";
		for (const word of paragraph.split(/[ \t]+/).flatMap((each) => breakWord(each, fits))) {
			const longer = line === "" ? word : `${line} ${word}`;
			if (line === "" || fits(longer)) {
				line = longer;
			} else {
				lines.push(line);
				line = word;
			}
		}
		return [...lines, line];
	});
}

function breakWord(word: string, fits: (text: string) => boolean): string[] {
	const parts: string[] = [];
	let part = "";
	for (const char of word) {
		if (part !== "" && !fits(part + char)) {
			parts.push(part);
			part = "";
		}
		part += char;
	}
	return [...parts, part];
}
