/** Letters that do not decompose into a Latin letter and a mark. */
const latin: Readonly<Record<string, string>> = {
	æ: "ae",
	œ: "oe",
	ø: "o",
	ß: "ss",
	ł: "l",
	ħ: "h",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
	"&": " and ",
};
const maxLength = 60;

/**
 * A name as it stands in an address: lower-case ASCII letters, digits and single hyphens, at most 60, never empty.
 *
 * The same name gives the same slug. A name in another script cannot be spelled so; it becomes `casino-` and a
 * number made from the name. Uniqueness is the caller's matter.
 */
export function slugify(name: string): string {
	const spelled = name
		.toLowerCase()
		.replace(/[æœøßłħđðþı&]/g, (letter) => latin[letter] ?? "")
		.normalize("NFKD")
		.replace(/[\p{Mark}'’]/gu, "")
		.toLowerCase();
	const slug = spelled
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, maxLength)
		.replace(/^-+|-+$/g, "");
	return slug || `casino-${checksumOf(name.normalize("NFC"))}`;
}

/** FNV-1a, 32 bits: short, stable, and no secret. */
function checksumOf(text: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
	return (hash >>> 0).toString(36);
}
