export const minPasswordLength = 12;
const maxPasswordLength = 200;
/** Of what is not a mere continuation of the character before it. A sentence has many more. */
const minSteps = 6;
/** What must be left of a password without names that everybody knows. */
const minOwnLength = 8;

/** Whose password it is: their own names are the first that is tried. */
export type PasswordOwner = { email: string; name?: string | null };

/**
 * What is wrong with a password somebody chose, in words for them; null when nothing is.
 * Length counts, composition does not; what is easily guessed is refused (NIST SP 800-63B §5.1.1.2, OWASP ASVS 5 §6.2).
 * Whether it is one that many use is asked of a list, on the server (`findChosenPasswordProblem`).
 */
export function findPasswordProblem(password: string, owner: PasswordOwner): string | null {
	const characters = [...password];
	const { length } = characters;
	if (length < minPasswordLength) {
		return `Use at least ${minPasswordLength} characters: three or four words are easy to remember. This has ${length}.`;
	}
	if (length > maxPasswordLength) return `Use at most ${maxPasswordLength} characters. This has ${length}.`;
	const plain = password.trim().toLowerCase();
	if (plain === owner.email.trim().toLowerCase()) return "Use something else than your e-mail address.";
	if (new Set(characters).size < 4) return "Use more than the same few characters.";
	if (isRepeated(plain)) return "Use more than the same few characters again and again.";
	if (countSteps([...plain]) < minSteps) return "Use more than a row of digits, letters or keys.";
	const name = namesOf(owner).find((each) => plain.includes(each));
	if (name && [...plain.replaceAll(name, "").replace(/[^\p{L}\p{N}]/gu, "")].length < minOwnLength) {
		return `Use more than “${name}” with a few characters added.`;
	}
	return null;
}

/** One part, again and again: `abcabcabcabc`. */
function isRepeated(text: string): boolean {
	return `${text}${text}`.indexOf(text, 1) < text.length;
}

/** Rows in which each character follows the one before it: of the alphabet, of digits, of keyboards. */
const rows = [
	"01234567890",
	"abcdefghijklmnopqrstuvwxyz",
	"qwertyuiop",
	"asdfghjkl",
	"zxcvbnm",
	"qwertzuiop",
	"azertyuiop",
];

/** How often a character is neither the one before it nor its neighbour in a row. */
function countSteps(characters: readonly string[]): number {
	return characters.filter((character, index) => {
		const before = characters[index - 1];
		if (before === undefined) return true;
		return (
			character !== before && !rows.some((row) => row.includes(before + character) || row.includes(character + before))
		);
	}).length;
}

/** The product's name and the owner's: the parts of their name and of their address, as far as they are words. */
function namesOf({ email, name }: PasswordOwner): string[] {
	const parts = [`${name ?? ""} ${email}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)].flat();
	return ["keyturn", ...parts.filter((part) => part.length >= 4)].sort((a, b) => b.length - a.length);
}
