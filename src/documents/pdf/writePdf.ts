import type { Mark, Page } from "./block";
import { encodeWinAnsi } from "./encodeWinAnsi";
import { pageSize } from "./layOut";

/**
 * A PDF 1.7 file of pages of text and lines, in the fonts every reader has (ISO 32000-1, 9.6.2.2). The same input gives the
 * same bytes.
 *
 * @param input.madeAt ISO 8601
 */
export function writePdf(input: { title: string; madeAt: string; pages: readonly Page[] }): Uint8Array<ArrayBuffer> {
	const { title, madeAt, pages } = input;
	const firstPage = 6;
	const idOf = (index: number) => firstPage + 2 * index;
	const objects = [
		"<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>",
		`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${idOf(index)} 0 R`).join(" ")}] >>`,
		fontNamed("Helvetica"),
		fontNamed("Helvetica-Bold"),
		`<< /Title ${unicodeString(title)} /Producer (Keyturn) /CreationDate (D:${madeAt.replace(/\D/g, "").slice(0, 14)}Z) >>`,
		...pages.flatMap((page, index) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageSize.width} ${pageSize.height}] /Contents ${idOf(index) + 1} 0 R /Resources << /Font << /regular 3 0 R /bold 4 0 R >> >> >>`,
			streamOf(page.map(drawMark).join("\n")),
		]),
	];
	return Uint8Array.from(fileOf(objects), (char) => char.charCodeAt(0));
}

const fontNamed = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

// Every byte of it is ASCII: its length in characters is its length in the file.
const streamOf = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** Header, objects, the table of where each begins, and where that table is. */
function fileOf(objects: readonly string[]): string {
	// The second line's bytes tell programs that move files that this is no text.
	let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
	const size = objects.length + 1;
	return `${file}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

const figure = (value: number) => String(Math.round(value * 100) / 100);

function drawMark(mark: Mark): string {
	const colour = mark.colour.map(figure).join(" ");
	if (mark.kind === "line") {
		const [from, to] = [mark.from, mark.to].map((point) => point.map(figure).join(" "));
		return `${colour} RG ${figure(mark.width)} w ${from} m ${to} l S`;
	}
	const { text, x, y, font, size } = mark;
	return `BT /${font} ${figure(size)} Tf ${colour} rg ${figure(x)} ${figure(y)} Td ${literalString(text)} Tj ET`;
}

/** A string in the fonts' encoding, with what would end it escaped. */
function literalString(text: string): string {
	const chars = encodeWinAnsi(text).map((code) => {
		const char = String.fromCharCode(code);
		if (char === "(" || char === ")" || char === "\\") return `\\${char}`;
		return code > 0x7e ? `\\${code.toString(8)}` : char;
	});
	return `(${chars.join("")})`;
}

/** A string outside of pages, which may hold any script. */
function unicodeString(text: string): string {
	const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
	return `<feff${units.map((unit) => unit.toString(16).padStart(4, "0")).join("")}>`;
}
