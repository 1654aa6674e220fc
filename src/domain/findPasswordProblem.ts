export const minPasswordLength = 12;
const maxPasswordLength = 200;

/**
 * What is wrong with a password somebody chose, in words for them; null when nothing is.
 * Length counts, composition does not (NIST SP 800-63B §5.1.1.2).
 */
export function findPasswordProblem(password: string, email: string): string | null {
	const { length } = [...password];
	if (length < minPasswordLength) {
		return `Use at least ${minPasswordLength} characters: three or four words are easy to remember. This has ${length}.`;
	}
	if (length > maxPasswordLength) return `Use at most ${maxPasswordLength} characters. This has ${length}.`;
	if (password.trim().toLowerCase() === email.trim().toLowerCase())
		return "Use something else than your e-mail address.";
	if (new Set(password).size < 4) return "Use more than the same few characters.";
	return null;
}
