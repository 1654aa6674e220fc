import { booleanOf, textOf, valueAt } from "./stripeObject";

/** The mode of a Stripe key: true is live, false is test, null when there is none or it does not say. */
export function modeOfKey(secretKey: string | undefined): boolean | null {
	const [, mode] = /^(?:sk|rk)_(live|test)_/.exec(secretKey ?? "") ?? [];
	return mode === undefined ? null : mode === "live";
}

/**
 * Why an event is none of this installation's, or null. Such an event is kept, answered with 200, and changes nothing:
 * one of a connected account, and one of the other mode than the key's.
 *
 * @param livemode the mode of the key; null without a key, where both settle
 */
export function findWhyNotOurs(event: unknown, livemode: boolean | null): string | null {
	const account = textOf(valueAt(event, "account"));
	if (account) return `It is about the connected account ${account}, not about ours.`;
	const told = booleanOf(valueAt(event, "livemode"));
	if (livemode === null || told === null || told === livemode) return null;
	return `It is from ${told ? "live" : "test"} mode; the key is for ${livemode ? "live" : "test"} mode.`;
}
