import type { PayloadRequest } from "payload";
import { toCsvLine } from "@/audit/toCsvLine";
import type { MyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { readWorkItems, type WorkItem } from "./readMyWork";

/** As much as anybody plans with. */
const MOST_ROWS = 2000;

const columns: readonly [string, (item: WorkItem) => string | null][] = [
	["due", ({ dueAt }) => dueAt],
	["customer", ({ customer }) => customer],
	["item", ({ title }) => title],
	["kind", ({ kind }) => kind],
	["phase", ({ phase }) => phase],
	["responsible", ({ responsible }) => responsible],
	["given to", ({ assignee }) => assignee?.name ?? null],
	["status", ({ status }) => status],
	["put off because", ({ snoozeReason }) => snoozeReason],
	["first comes", ({ waitsFor }) => waitsFor.join("; ") || null],
	["id", ({ id }) => id],
];

/**
 * The work that the filters leave, as CSV: the earliest 2 000 items.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function exportMyWork({ req, query }: { req: PayloadRequest; query: MyWorkQuery }): Promise<string> {
	const items = await readWorkItems({ req, query, limit: MOST_ROWS, offset: 0 });
	const lines = items.map((item) => toCsvLine(columns.map(([, cellOf]) => cellOf(item))));
	return toCsvLine(columns.map(([name]) => name)) + lines.join("");
}
