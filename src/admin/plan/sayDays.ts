/** “3 days”: whole days of a duration in milliseconds. */
export function sayDays(milliseconds: number): string {
	const days = Math.max(0, Math.floor(milliseconds / 86_400_000));
	return `${days} ${days === 1 ? "day" : "days"}`;
}
