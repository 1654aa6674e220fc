/** “12.5 days”, “1 day”. */
export function sayDays(days: number): string {
	const rounded = days >= 10 ? Math.round(days) : Math.round(days * 10) / 10;
	return `${rounded.toLocaleString("en")} ${rounded === 1 ? "day" : "days"}`;
}

/** “83%” of those that had a date; a dash when none had one. */
export function sayShare(part: number, whole: number): string {
	return whole === 0 ? "–" : `${Math.round((part / whole) * 100)}%`;
}

/** “Mar 2026”. */
export function sayMonth(month: string): string {
	return new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" }).format(
		new Date(`${month}-01T00:00:00Z`),
	);
}
