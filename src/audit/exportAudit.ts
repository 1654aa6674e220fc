import { stringify } from "csv-stringify/sync";
import type { Sql } from "@/queue/sqlOf";
import { entryColumns, type SealedEntry } from "./auditEntry";
import { openPersonal } from "./openPersonal";

const PAGE = 1000;

export type AuditFilter = {
	/** Uuids. */
	casinos?: readonly string[];
	/** As recorded: `user:<uuid>` and so on. */
	actor?: string;
	collection?: string;
	document?: string;
	/** Inclusive. */
	from?: Date;
	/** Exclusive. */
	to?: Date;
};

const columns = [
	"sequence",
	"at",
	"actor",
	"action",
	"collection",
	"document",
	"casino",
	"before",
	"after",
	"reason",
	"previousHash",
	"hash",
] as const satisfies (keyof SealedEntry)[];

const encoder = new TextEncoder();

/**
 * The sealed entries up to this moment, in the chain's order, as a stream that reads a page when the receiver wants
 * one: memory does not grow with the record. Unopened JSON Lines hold all that the hashes are over, so anybody can
 * verify an unfiltered export.
 * @param input.sql on the pool: each page is a short query, no transaction is held open for a slow receiver
 * @param input.reveal whether personal values are opened; the caller decides who may see them
 */
export function exportAudit(input: {
	sql: Sql;
	filter: AuditFilter;
	format: "csv" | "jsonl";
	reveal: boolean;
}): ReadableStream<Uint8Array<ArrayBuffer>> {
	const pages = readPages(input.sql, input.filter);
	let isFirst = true;
	return new ReadableStream(
		{
			pull: async (controller) => {
				const { value: page, done } = await pages.next();
				const entries = page && input.reveal ? await openEntries(input.sql, page) : (page ?? []);
				const text = input.format === "csv" ? toCsv(entries, isFirst) : toJsonLines(entries);
				isFirst = false;
				if (text !== "") controller.enqueue(encoder.encode(text));
				if (done) controller.close();
			},
			cancel: async () => {
				await pages.return(undefined);
			},
		},
		{ highWaterMark: 1 },
	);
}

async function* readPages(sql: Sql, filter: AuditFilter): AsyncGenerator<SealedEntry[], undefined> {
	const { conditions, values } = toConditions(filter);
	const [head] = await sql<{ last: number }>("SELECT coalesce(max(sequence), 0)::float8 AS last FROM audit_entries");
	let after = 0;
	for (;;) {
		const page = await sql<SealedEntry>(
			`SELECT ${entryColumns} FROM audit_entries
			WHERE ${["audit_entries.sequence > $1 AND audit_entries.sequence <= $2", ...conditions].join(" AND ")}
			ORDER BY audit_entries.sequence LIMIT ${PAGE}`,
			[after, head?.last ?? 0, ...values],
		);
		const end = page.at(-1);
		if (!end) return;
		yield page;
		if (page.length < PAGE) return;
		after = end.sequence;
	}
}

function toConditions(filter: AuditFilter): { conditions: string[]; values: unknown[] } {
	const wanted = [
		["casino_id = ANY(?::uuid[])", filter.casinos],
		["actor = ?", filter.actor],
		["collection = ?", filter.collection],
		["document = ?", filter.document],
		["at >= ?", filter.from],
		["at < ?", filter.to],
	] as const;
	const given = wanted.filter(([, value]) => value !== undefined);
	return {
		conditions: given.map(([condition], index) => condition.replace("?", `$${index + 3}`)),
		values: given.map(([, value]) => value),
	};
}

async function openEntries(sql: Sql, entries: readonly SealedEntry[]): Promise<SealedEntry[]> {
	const sides = await openPersonal(
		sql,
		entries.flatMap(({ before, after }) => [before, after]),
	);
	return entries.map((entry, index) => ({
		...entry,
		before: sides[2 * index] ?? null,
		after: sides[2 * index + 1] ?? null,
	}));
}

/** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
function toCsv(entries: readonly SealedEntry[], withHeader: boolean): string {
	const rows = entries.map((entry) => ({
		...entry,
		at: entry.at.toISOString(),
		before: entry.before && JSON.stringify(entry.before),
		after: entry.after && JSON.stringify(entry.after),
	}));
	return stringify(rows, { header: withHeader, columns: [...columns], escape_formulas: true });
}

function toJsonLines(entries: readonly SealedEntry[]): string {
	return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}
