/**
 * The form in which two e-mail addresses are compared: no spaces around, lower case, nothing else. Tags ("+shop") and
 * dots are kept: to most mail servers they tell two people apart.
 */
export function normaliseEmail(email: string): string {
	return email.trim().toLowerCase();
}
