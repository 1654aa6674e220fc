import type { Where } from "payload";

/** The filters of the record: each a line of the list's own `where`, so that they stay in the address. */
export type AuditQuery = {
	casino: string;
	actor: string;
	collection: string;
	document: string;
	from: string;
	to: string;
};

export const noFilter: AuditQuery = { casino: "", actor: "", collection: "", document: "", from: "", to: "" };

/** The list's `where` for these filters; days are whole days in the reader's zone. */
export function toWhere(query: AuditQuery): Where {
	const lines: Where[] = [];
	if (query.casino) lines.push({ casino: { equals: query.casino } });
	if (query.actor) lines.push({ actor: { equals: query.actor } });
	if (query.collection) lines.push({ collection: { equals: query.collection } });
	if (query.document) lines.push({ document: { equals: query.document } });
	if (query.from) lines.push({ at: { greater_than_equal: startOfDay(query.from) } });
	if (query.to) lines.push({ at: { less_than: startOfDay(query.to, 1) } });
	return lines.length === 0 ? {} : { or: [{ and: lines }] };
}

/**
 * Reads the filters back from the list's `where`.
 * @returns also whether the list is filtered by something these filters cannot say
 */
export function fromWhere(where: Where | undefined): { query: AuditQuery; hasMore: boolean } {
	const [alternative, ...others] = where?.or ?? (where ? [where] : []);
	const query = { ...noFilter };
	let hasMore = others.length > 0;
	for (const line of alternative?.and ?? []) {
		if (!readLine(query, line)) hasMore = true;
	}
	return { query, hasMore };
}

function readLine(query: AuditQuery, line: Where): boolean {
	const [[field, condition] = []] = Object.entries(line);
	if (field === undefined || typeof condition !== "object" || Array.isArray(condition)) return false;
	if (field === "casino" || field === "actor" || field === "collection" || field === "document") {
		if (typeof condition.equals !== "string") return false;
		query[field] = condition.equals;
		return true;
	}
	if (field !== "at") return false;
	if (typeof condition.greater_than_equal === "string") query.from = dayOf(condition.greater_than_equal);
	else if (typeof condition.less_than === "string") query.to = dayOf(condition.less_than, -1);
	else return false;
	return true;
}

/** Where the export of these filters is. */
export function exportPath(query: AuditQuery, format: "csv" | "jsonl", isOpen: boolean): string {
	const given = Object.entries({
		...query,
		from: query.from && startOfDay(query.from),
		to: query.to && startOfDay(query.to, 1),
		personal: isOpen ? "open" : "",
	}).filter(([, value]) => value !== "");
	return `/api/exports/audit?${new URLSearchParams([["format", format], ...given])}`;
}

function startOfDay(day: string, later = 0): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	return new Date(year, month - 1, date + later).toISOString();
}

function dayOf(moment: string, later = 0): string {
	const date = new Date(moment);
	date.setDate(date.getDate() + later);
	const two = (part: number) => String(part).padStart(2, "0");
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
