/** Milliseconds. A day here is 24 hours: a span of time, not a date on a calendar. */
const day = 86_400_000;

/** Whether the moment has come. What is not known has not. Both ISO 8601. */
export function hasCome(at: string | null | undefined, now: string): boolean {
	return at != null && Date.parse(at) <= Date.parse(now);
}

/** How long ago it was, in days with fractions; negative when it is still to come. Both ISO 8601. */
export function daysSince(at: string, now: string): number {
	return (Date.parse(now) - Date.parse(at)) / day;
}

/** ISO 8601 in UTC. */
export function plusDays(at: string, days: number): string {
	return new Date(Date.parse(at) + days * day).toISOString();
}
