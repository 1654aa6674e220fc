/**
 * The kinds of files that are kept, by what they are and not by what they are called: how each is stored, which endings its
 * name may have had, and how its content begins. Nothing a browser would run is among them: no SVG, HTML or XML.
 */
export type FileKind = { mime: string; ending: string; endings: readonly string[] };

const office = "application/vnd.openxmlformats-officedocument";

export const fileKinds = {
	pdf: { mime: "application/pdf", ending: "pdf", endings: ["pdf"] },
	png: { mime: "image/png", ending: "png", endings: ["png"] },
	jpeg: { mime: "image/jpeg", ending: "jpg", endings: ["jpg", "jpeg"] },
	webp: { mime: "image/webp", ending: "webp", endings: ["webp"] },
	docx: { mime: `${office}.wordprocessingml.document`, ending: "docx", endings: ["docx"] },
	xlsx: { mime: `${office}.spreadsheetml.sheet`, ending: "xlsx", endings: ["xlsx"] },
	csv: { mime: "text/csv", ending: "csv", endings: ["csv", "tsv", "txt"] },
	text: { mime: "text/plain", ending: "txt", endings: ["txt", "csv", "tsv", "md", "log"] },
} as const satisfies Record<string, FileKind>;

const kinds: readonly FileKind[] = Object.values(fileKinds);

type Bytes = Uint8Array;

/**
 * The kind a file is, by its content, where that is the kind it is said to be. Text has no mark of its own: it is what it is
 * said to be when it has no bytes that text does not have, and a name of text.
 * @returns null when it is not what it is said to be, or of no kind that is kept
 */
export function detectFileKind(file: { mime: string; name: string; data: Bytes }): FileKind | null {
	const kind = kinds.find(({ mime }) => mime === file.mime);
	if (!kind) return null;
	if (kind === fileKinds.csv || kind === fileKinds.text) {
		const ending = endingOf(file.name);
		return isText(file.data) && (ending === "" || kind.endings.includes(ending)) ? kind : null;
	}
	return detectBinary(file.data) === kind.mime ? kind : null;
}

function detectBinary(data: Bytes): string | null {
	const begins = (text: string, at = 0) => latin(data, at, text.length) === text;
	if (begins("%PDF-")) return fileKinds.pdf.mime;
	if (begins("\x89PNG\r\n\x1a\n")) return fileKinds.png.mime;
	if (begins("\xff\xd8\xff")) return fileKinds.jpeg.mime;
	if (begins("RIFF") && begins("WEBP", 8)) return fileKinds.webp.mime;
	return begins("PK\x03\x04") ? detectOffice(data) : null;
}

/** An office document is an archive that names its parts: those of the other kinds it does not have. */
function detectOffice(data: Bytes): string | null {
	const names = latin(data, Math.max(0, data.length - 65_536), data.length) + latin(data, 0, 4096);
	if (!names.includes("[Content_Types].xml")) return null;
	if (names.includes("word/document.xml")) return fileKinds.docx.mime;
	return names.includes("xl/workbook.xml") ? fileKinds.xlsx.mime : null;
}

/** Spreadsheets write text in pairs of bytes too, and say so at its beginning. */
function isText(data: Bytes): boolean {
	const mark = latin(data, 0, 2);
	return mark === "\xff\xfe" || mark === "\xfe\xff" || !data.includes(0);
}

function latin(data: Bytes, at: number, length: number): string {
	return Array.from(data.subarray(at, at + length), (byte) => String.fromCharCode(byte)).join("");
}

export function endingOf(name: string): string {
	return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Bytes; with an ending put behind it, a name that every file system holds (255). */
const longestName = 190;

/**
 * What a name may not have: control characters; marks without width and those that turn the reading direction, which disguise an
 * ending (the joiners within words and emoji stay); and what some file systems refuse.
 */
const disguises = /[\p{Cc}"<>|?*:\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** The name a file is shown and downloaded under: what it was called, without what breaks a header, with its kind's ending. */
export function showFileName(name: string, kind: FileKind): string {
	const last = name.split(/[/\\]/).at(-1) ?? "";
	// A name that begins with a dot is hidden from whoever saves it.
	const plain = last
		.toWellFormed()
		.normalize("NFC")
		.replace(disguises, "")
		.replace(/^[\s.]+|\s+$/gu, "");
	const stem = cutToBytes(plain || "file", longestName);
	return kind.endings.includes(endingOf(stem)) ? stem : `${stem}.${kind.ending}`;
}

function cutToBytes(text: string, most: number): string {
	let [bytes, cut] = [0, ""];
	for (const letter of text) {
		bytes += new TextEncoder().encode(letter).length;
		if (bytes > most) break;
		cut += letter;
	}
	return cut;
}

/** Where a stored file is read, by the name it is stored under. Names from before files had names of their own hold anything. */
export function fileAddress(storedName: string): string {
	return `/api/media/file/${encodeURIComponent(storedName.toWellFormed())}`;
}

/** `Content-Disposition` of a download (RFC 6266): plain letters for old programs, every letter for all others. */
export function writeDisposition(name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
	const encoded = encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
