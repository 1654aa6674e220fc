/**
 * A moment in a sentence, as the clocks of a place show it: “28 October 2026 at 17:23 CET”.
 * @param at ISO 8601
 * @param timeZone IANA name
 */
export function sayMomentIn(at: string, timeZone: string): string {
	return new Intl.DateTimeFormat("en-GB", {
		timeZone,
		day: "numeric",
		month: "long",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		timeZoneName: "short",
	}).format(new Date(at));
}
