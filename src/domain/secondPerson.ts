import { normaliseEmail } from "./settlement/normaliseEmail";

/**
 * An account and whoever stands behind it: while its own address is not proved for long enough, whoever created it may still hold
 * its link or password, and so may whoever created them, and so on.
 */
export type Account = { id: string; email: string; behind: readonly { id: string; email: string }[] };

/**
 * Why two accounts are not two persons, in words for the second; null when they are. Every act that takes two asks this.
 *
 * @param input.first null when nobody is on record, or the account is gone
 */
export function findSecondPersonProblem(input: {
	first: Account | null;
	second: Account;
	pairAfterHours: number;
}): string | null {
	const { first, second, pairAfterHours } = input;
	if (first === null) return "Nobody is on record as having asked for this. Ask for it again.";
	if (first.id === second.id) return "You asked for this. A second person decides.";
	if (findMailbox(first.email) === findMailbox(second.email)) {
		return "Your address and that of whoever asked differ by a tag only: that is one person. A second person decides.";
	}
	const shared = haveSomebodyInCommon([first, ...first.behind], [second, ...second.behind]);
	if (!shared) return null;
	return `One of your two accounts was created by the other, or both by one person, and counts as a second person only ${pairAfterHours} hours after its owner proved the address. Another person decides.`;
}

function haveSomebodyInCommon(
	ones: readonly { id: string; email: string }[],
	others: readonly { id: string; email: string }[],
): boolean {
	return ones.some((one) =>
		others.some((other) => one.id === other.id || findMailbox(one.email) === findMailbox(other.email)),
	);
}

/**
 * The mailbox behind an address: without a tag, for what is sent to `mia+ops@…` comes to `mia@…` on most mail servers, and without
 * the dots that Google's ignores.
 */
export function findMailbox(email: string): string {
	const [local = "", domain = ""] = normaliseEmail(email).split(/@(?=[^@]*$)/);
	const untagged = local.replace(/\+.*$/, "");
	const isGoogle = domain === "gmail.com" || domain === "googlemail.com";
	return isGoogle ? `${untagged.replaceAll(".", "")}@gmail.com` : `${untagged}@${domain}`;
}
