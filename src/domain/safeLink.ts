const schemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/**
 * An address that may be followed from a page: the web's, or a mailbox. Anything else a browser would run or open in a
 * program (`javascript:`, `data:`, `file:`).
 * @returns the address as it is, or null
 */
export function safeLink(text: unknown): string | null {
	if (typeof text !== "string") return null;
	const url = URL.parse(text.trim());
	return url && schemes.has(url.protocol) ? text.trim() : null;
}

/** Whether it is an address of the web: what a person gives to show something, and others open. */
export function isWebLink(text: string): boolean {
	return safeLink(text) !== null && !/^\s*mailto:/i.test(text);
}
