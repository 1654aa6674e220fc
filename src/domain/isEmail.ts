const address = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/u;

/** Whether mail can be addressed to it: one local part, one domain with a dot, no display name. */
export function isEmail(text: string): boolean {
	return text.length <= 254 && address.test(text.trim());
}
