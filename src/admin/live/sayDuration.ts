/** “36 ms”, “1.2 s”, “2 min 5 s”, “1 h 4 min”. */
export function sayDuration(ms: number): string {
	if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
	if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 60) return `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How long something took in milliseconds, or null while it goes on or when it has not begun. */
export function durationOf(span: { startedAt: string | null; finishedAt: string | null }): number | null {
	if (!span.startedAt || !span.finishedAt) return null;
	return Math.max(0, Date.parse(span.finishedAt) - Date.parse(span.startedAt));
}
