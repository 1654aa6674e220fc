/** How a spreadsheet may have written its letters, as people know it, by the names that `TextDecoder` knows. */
export const encodings = {
	"utf-8": "UTF-8",
	"windows-1252": "Western European (Windows-1252)",
	"windows-1250": "Central European (Windows-1250)",
	"iso-8859-2": "Central European (ISO 8859-2)",
	macintosh: "Macintosh (Mac OS Roman)",
	"utf-16le": "UTF-16, as Excel's Unicode text",
	"utf-16be": "UTF-16, high byte first",
} as const;

export type Encoding = keyof typeof encodings;

export type DecodedSheet = {
	text: string;
	encoding: Encoding;
	/** The file says itself how it is written. Where it does not, somebody must look at its letters. */
	isCertain: boolean;
	/** Words of the file that have letters beyond plain ones: whoever knows the names sees whether they are right. */
	telling: string[];
};

/**
 * Reads the bytes of a text file.
 * @param chosen the encoding that somebody chose; without it, the one that the bytes speak for
 */
export function decodeSheet(bytes: Uint8Array, chosen: Encoding | null = null): DecodedSheet {
	const found = detectEncoding(bytes);
	const encoding = chosen ?? found.encoding;
	const text = new TextDecoder(encoding).decode(bytes);
	return { text, encoding, isCertain: found.isCertain && encoding === found.encoding, telling: findTelling(text) };
}

function detectEncoding(bytes: Uint8Array): { encoding: Encoding; isCertain: boolean } {
	const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
	if (begins(0xef, 0xbb, 0xbf)) return { encoding: "utf-8", isCertain: true };
	if (begins(0xff, 0xfe)) return { encoding: "utf-16le", isCertain: true };
	if (begins(0xfe, 0xff)) return { encoding: "utf-16be", isCertain: true };
	// Plain letters in two bytes each have a zero in every second one.
	const start = bytes.subarray(0, 1024);
	const zeros = [0, 1].map((half) => start.filter((byte, index) => byte === 0 && index % 2 === half).length);
	const [even = 0, odd = 0] = zeros;
	if (Math.max(even, odd) > start.length / 4)
		return { encoding: odd > even ? "utf-16le" : "utf-16be", isCertain: false };
	if (isUtf8(bytes)) return { encoding: "utf-8", isCertain: true };
	// Windows-1252 leaves these five bytes empty; in Windows-1250 four of them are letters.
	const isCentral = bytes.some((byte) => byte === 0x8d || byte === 0x8f || byte === 0x9d);
	return { encoding: isCentral ? "windows-1250" : "windows-1252", isCertain: false };
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Whether it is a spreadsheet program's own file (xlsx, xls), which is no text. */
export function isWorkbook(bytes: Uint8Array): boolean {
	return ["80,75,3,4", "208,207,17,224"].includes(bytes.subarray(0, 4).join(","));
}

const mostTelling = 8;

function findTelling(text: string): string[] {
	const words = text.matchAll(/[^\s,;"]*[^\p{ASCII}\s\ufeff][^\s,;"]*/gu);
	return [...new Set(Array.from(words, ([word]) => word))].slice(0, mostTelling);
}
