import type { Sql } from "@/queue/sqlOf";
import type { Json } from "./auditEntry";
import { openPersonal } from "./openPersonal";
import { toCsvLine } from "./toCsvLine";

/** Small, because what outlives a page of rows is promoted and grows the process. */
const PAGE = 100;
/** Entries looked through at once for the few that match. */
const WIDEST = 12_800;

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
	"id",
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
] as const;

/** An entry as text, `before` and `after` as JSON: most of them are passed on without being looked into. */
type ExportRow = { [Column in (typeof columns)[number]]: string | null } & { sequence: string };

const rowColumns = `id::text AS id, sequence::text AS sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
	actor, action, collection, document, casino_id::text AS casino, before::text AS before, after::text AS after,
	reason, previous_hash AS "previousHash", hash`;

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
				const { value: page = [], done } = await pages.next();
				if (input.reveal) await openRows(input.sql, page);
				const text = input.format === "csv" ? toCsv(page, isFirst) : toJsonLines(page);
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

/**
 * Goes through the chain in windows, wider where little matches. The inner query may only use the chain's own index
 * (OFFSET 0 keeps the filters out of it): any other plan would find and sort all that matches once a page.
 */
async function* readPages(sql: Sql, filter: AuditFilter): AsyncGenerator<ExportRow[], undefined> {
	const { condition, values } = toCondition(filter);
	const [head] = await sql<{ last: number }>("SELECT coalesce(max(sequence), 0)::float8 AS last FROM audit_entries");
	const last = head?.last ?? 0;
	let [after, window] = [0, PAGE];
	while (after < last) {
		const end = Math.min(after + window, last);
		const page = await sql<ExportRow>(
			`SELECT ${rowColumns} FROM (SELECT * FROM audit_entries WHERE sequence > $1 AND sequence <= $2 OFFSET 0) AS part
			WHERE ${condition} ORDER BY part.sequence LIMIT ${PAGE}`,
			[after, end, ...values],
		);
		if (page.length > 0) yield page;
		const isFull = page.length === PAGE;
		after = isFull ? Number(page.at(-1)?.sequence) : end;
		if (isFull) window = Math.max(PAGE, window / 2);
		else if (page.length < PAGE / 2) window = Math.min(WIDEST, window * 2);
	}
}

function toCondition(filter: AuditFilter): { condition: string; values: unknown[] } {
	const wanted = [
		["casino_id = ANY(?::uuid[])", filter.casinos],
		["actor = ?", filter.actor],
		["collection = ?", filter.collection],
		["document = ?", filter.document],
		["at >= ?", filter.from],
		["at < ?", filter.to],
	] as const;
	const given = wanted.filter(([, value]) => value !== undefined);
	const conditions = given.map(([condition], index) => condition.replace("?", `$${index + 3}`));
	return { condition: ["true", ...conditions].join(" AND "), values: given.map(([, value]) => value) };
}

async function openRows(sql: Sql, rows: ExportRow[]): Promise<void> {
	const sides = rows.flatMap((row) => [{ row, side: "before" } as const, { row, side: "after" } as const]);
	const sealed = sides.filter(({ row, side }) => row[side]?.includes('"sealed"'));
	const values = sealed.map(({ row, side }): Json => JSON.parse(row[side] ?? "null"));
	const opened = await openPersonal(sql, values);
	for (const [index, { row, side }] of sealed.entries()) row[side] = JSON.stringify(opened[index]);
}

function toCsv(rows: readonly ExportRow[], withHeader: boolean): string {
	const lines = rows.map((row) => toCsvLine(columns.map((name) => row[name])));
	return (withHeader ? toCsvLine(columns) : "") + lines.join("");
}

function toJsonLines(rows: readonly ExportRow[]): string {
	return rows.map(toJsonLine).join("");
}

function toJsonLine(row: ExportRow): string {
	const fields = columns.map((name) => {
		const isJson = name === "sequence" || name === "before" || name === "after";
		return `"${name}":${isJson ? row[name] : JSON.stringify(row[name])}`;
	});
	return `{${fields.join(",")}}\n`;
}
