import type { PayloadRequest } from "payload";
import type { MyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { readWorkItems, type WorkItem } from "./readMyWork";
import { streamCsv } from "./streamCsv";

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
 * All the work that the filters leave, as CSV, the earliest due first, read page by page as the receiver takes it.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export function exportMyWork(input: {
	req: PayloadRequest;
	query: MyWorkQuery;
}): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	return streamCsv({
		columns,
		pageOf: (page, size) => readWorkItems({ ...input, limit: size, offset: (page - 1) * size }),
	});
}
