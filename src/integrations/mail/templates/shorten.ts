/** Cuts what would crowd a subject line, between characters as people see them. */
export function shorten(text: string, most = 60): string {
	const characters = [...new Intl.Segmenter("en").segment(text)].map((part) => part.segment);
	return characters.length <= most
		? text
		: `${characters
				.slice(0, most - 1)
				.join("")
				.trimEnd()}…`;
}
