const DAY_MS = 86_400_000;

/** How many days of the calendar (UTC) later `to` is than `from`; negative when it is earlier. Both ISO 8601. */
export function daysBetween(from: string, to: string): number {
	const dayOf = (moment: string) => Math.floor(Date.parse(moment) / DAY_MS);
	return dayOf(to) - dayOf(from);
}
