const and = new Intl.ListFormat("en", { type: "conjunction" });

/** “3 tables”, “1 table”. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
	return `${count} ${count === 1 ? noun : plural}`;
}

/** “a, b, and c”. */
export function listed(words: readonly string[]): string {
	return and.format(words);
}

/** A key as people write it: “pit_boss” is a “pit boss”. */
export function spelled(key: string): string {
	return key.replaceAll("_", " ");
}

/** A heading in the middle of a sentence: “Compliance lead” is “compliance lead”, “IT contact” stays as it is. */
export function lowered(words: string): string {
	return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** With a capital first letter. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
