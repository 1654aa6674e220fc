import { isDay } from "./day";

/** “20 Nov 2026”: a day of the calendar, which is the same in every zone; or the day that a moment falls on in a zone. */
export function sayDay(at: Date | string, timeZone = "UTC"): string {
	const zone = typeof at === "string" && isDay(at) ? "UTC" : timeZone;
	return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone }).format(
		new Date(at),
	);
}
