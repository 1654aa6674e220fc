/** What a mail server takes for a mailbox without quotes (RFC 5321): letters without accents, figures, some signs, single dots. */
const localPart = /^(?!.*\.\.)(?!\.)[\w!#$%&'*+/=?^`{|}~.-]{1,64}(?<!\.)$/;
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const domain = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`, "i");
/** Of the whole address, as the envelope of a mail holds it. */
const longest = 254;

/** Whether mail can be addressed to it as it is stored: one local part, one domain with a dot, no display name. */
export function isEmail(text: string): boolean {
	const at = text.lastIndexOf("@");
	return text.length <= longest && localPart.test(text.slice(0, at)) && domain.test(text.slice(at + 1));
}

/**
 * An address as it is stored, of one that somebody typed or pasted: without what nobody sees, its domain in plain letters
 * (“bücher.example” is `xn--bcher-kva.example`, as mail servers know it). Upper and lower case stay. What is no address stays too,
 * for `findEmailProblem` to tell.
 */
export function cleanEmail(text: string): string {
	const plain = text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
	const at = plain.lastIndexOf("@");
	const host = plain.slice(at + 1).normalize("NFC");
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters that need no other form
	if (at < 1 || /^[\x00-\x7f]*$/.test(host) || /[\s/\\?#:@%[\]]/u.test(host)) return plain;
	const ascii = URL.parse(`http://${host}`)?.hostname;
	return ascii ? `${plain.slice(0, at)}@${ascii}` : plain;
}

/** Why mail cannot be addressed to it, in words for whoever typed it; null when it can. */
export function findEmailProblem(text: string): string | null {
	const email = cleanEmail(text);
	if (isEmail(email)) return null;
	const local = email.slice(0, email.lastIndexOf("@"));
	// Mailboxes with other letters are reached only where every server on the way knows them (SMTPUTF8), and two that look alike
	// would be two accounts.
	return /[^\p{ASCII}\s]/u.test(local)
		? "Use an address in plain letters: not every mail server delivers to one with accents or other scripts before the @."
		: "Give one e-mail address, such as ada@example.com.";
}
