import { parseArgs } from "node:util";

const usage = "npm run reconcile -- --since 2026-11-01 (or 2026-11-01T09:00:00Z)";

/**
 * The moment that `--since` names, ISO 8601; a date alone is its beginning in UTC.
 * @returns null when it was not asked for
 * @throws one sentence when it is no date, or not past
 */
export function parseSince(args: string[], now: Date): string | null {
	const since = readOption(args);
	if (since === undefined) return null;
	const at = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(since)
		? new Date(since)
		: null;
	if (!at || Number.isNaN(at.getTime())) throw new Error(`--since is no date: ${since}. Say ${usage}.`);
	// JavaScript takes the 31st of a month of 30 days for the next month's first.
	if (!isOnCalendar(since)) throw new Error(`--since is no day of the calendar: ${since}. Say ${usage}.`);
	if (at > now) throw new Error(`--since is in the future: ${since}.`);
	return at.toISOString();
}

function readOption(args: string[]): string | undefined {
	try {
		return parseArgs({ args, options: { since: { type: "string" } } }).values.since;
	} catch (error) {
		throw new Error(`${error instanceof Error ? error.message : error} Say ${usage}.`);
	}
}

function isOnCalendar(since: string): boolean {
	const [year = 0, month = 0, day = 0] = since.slice(0, 10).split("-").map(Number);
	return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
