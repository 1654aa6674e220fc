import { cleanEmail } from "../isEmail";

/**
 * The form in which two e-mail addresses are compared: as they are stored, and in lower case. Tags ("+shop") and dots are kept: to
 * most mail servers they tell two people apart.
 */
export function normaliseEmail(email: string): string {
	return cleanEmail(email).toLowerCase();
}
