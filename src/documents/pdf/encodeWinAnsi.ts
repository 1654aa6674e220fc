/** What Windows-1252 holds from 0x80 to 0x9f; a space where it holds nothing. */
const special = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const codes = new Map([...special].flatMap((char, index) => (char === " " ? [] : [[char, 0x80 + index] as const])));

/** Letters that are not a plain letter with a mark, and what people write where they cannot write them. */
const nearest: Readonly<Record<string, string>> = {
	ł: "l",
	Ł: "L",
	đ: "d",
	Đ: "D",
	ħ: "h",
	Ħ: "H",
	ı: "i",
	"‑": "-",
	"−": "-",
	"→": "->",
};

/**
 * The bytes of a text in the encoding of the fonts that every PDF reader has. A letter these fonts lack loses its mark (ś is s);
 * one of another script is a question mark.
 */
export function encodeWinAnsi(text: string): number[] {
	return [...text.normalize("NFC")].flatMap((char) => codesOf(char));
}

function codesOf(char: string): number[] {
	const code = codeOf(char);
	if (code !== null) return [code];
	const plain = nearest[char] ?? char.normalize("NFD").replace(/\p{M}/gu, "");
	const found = [...plain].map(codeOf);
	return found.length > 0 && found.every((each) => each !== null) ? found : [0x3f];
}

function codeOf(char: string): number | null {
	const point = char.codePointAt(0) ?? 0;
	if ((point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff)) return point;
	if (/\s/.test(char)) return 0x20;
	return codes.get(char) ?? null;
}
