import { isRecordId } from "../isRecordId";

/** The months that a report covers, both included, as `2026-03`; and of which playbook (its id), all when null. */
export type ReportQuery = { from: string; to: string; playbook: string | null };

const month = /^20\d\d-(0[1-9]|1[0-2])$/;
const MOST_MONTHS = 36;

/** What an address asks for: the last twelve months unless it says otherwise, and three years at most. */
export function parseReportQuery(address: URLSearchParams, now: string): ReportQuery {
	const given = (name: string) => (month.test(address.get(name) ?? "") ? address.get(name) : null);
	const to = given("to") ?? now.slice(0, 7);
	const from = within(given("from") ?? addMonths(to, -11), addMonths(to, 1 - MOST_MONTHS), to);
	const playbook = address.get("playbook") ?? "";
	return { from, to, playbook: isRecordId(playbook) ? playbook : null };
}

function within(chosen: string, earliest: string, latest: string): string {
	if (chosen > latest) return latest;
	return chosen > earliest ? chosen : earliest;
}

export function printReportQuery({ from, to, playbook }: ReportQuery): URLSearchParams {
	return new URLSearchParams({ from, to, ...(playbook === null ? {} : { playbook }) });
}

/** Every month of a report, the earliest first. */
export function monthsOf({ from, to }: Pick<ReportQuery, "from" | "to">): string[] {
	const months: string[] = [];
	for (let each = from; each <= to; each = addMonths(each, 1)) months.push(each);
	return months;
}

function addMonths(from: string, count: number): string {
	const [year = 0, number = 1] = from.split("-").map(Number);
	return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
