import {
	executeAccess,
	type PaginatedDocs,
	type PayloadRequest,
	type SanitizedCollectionConfig,
	type Where,
} from "payload";
import { idOf } from "@/access/actorOf";
import type { FieldGroup } from "@/access/matrix";
import { hiddenGroups } from "@/access/scope";
import { sqlOf } from "@/queue/sqlOf";
import { conditionsOf } from "./conditionsOf";
import { type FlatTable, flatTableOf } from "./flatTable";
import { orderOf } from "./orderOf";

/** A page of a list as REST asks for it. Without a sort it has the collection's own. */
export type PlainQuery = { limit: number; page: number; sort?: string[] | undefined; where: Where };

type Row = Record<string, unknown>;
type Asked = { req: PayloadRequest; collection: SanitizedCollectionConfig; query: PlainQuery };

/** Beside the columns of a row, whose names are paths. */
const TOTAL = "count(*)";

/**
 * A page of a collection's rows under the same rules and with the same answer as Payload's own list at depth 0, in one
 * statement. A field's rule is asked once for each casino among the rows, not for each row.
 * @returns null for what Payload has to answer itself: a collection that is not flat, a filter or a sort that it would
 * refuse or read in a way of its own, a page behind the last
 * @throws Forbidden as Payload's own list does
 */
export async function readFlatList(asked: Asked): Promise<PaginatedDocs<Row> | null> {
	const { req, collection, query } = asked;
	const table = flatTableOf(req.payload, collection);
	if (!table) return null;
	const reach = await executeAccess({ req }, collection.access.read);
	const statement = writeStatement({ ...asked, table, reach });
	if (!statement || !(await passesHooks(asked))) return null;
	const sql = await sqlOf(req);
	const rows = await sql<Row>(statement.text, statement.values);
	if (rows.length === 0 && query.page > 1) return null;
	return pageOf({ docs: documentsOf({ req, table, rows }), total: Number(rows[0]?.[TOTAL] ?? 0), query });
}

function writeStatement(input: Asked & { table: FlatTable; reach: boolean | Where }) {
	const { req, table, query, reach } = input;
	const hidden = hiddenGroups(req, null);
	const values: unknown[] = [];
	const columnOf = (path: string) => table.columns.get(path);
	const readableOf = (path: string) => {
		const column = columnOf(path);
		return column?.group && hidden.has(column.group) ? undefined : column;
	};
	const within = conditionsOf({ where: typeof reach === "object" ? reach : {}, columnOf, values });
	const wanted = conditionsOf({ where: query.where, columnOf: readableOf, values });
	const sort = query.sort ?? [input.collection.defaultSort ?? []].flat();
	const order = orderOf({ table, sort, columnOf: readableOf });
	if (!within || !wanted || !order) return null;
	const from = `FROM ${table.name} WHERE ${["TRUE", ...within, ...wanted].join(" AND ")}`;
	const columns = [...table.columns].map(([path, { column }]) => `${column} AS "${path}"`);
	const page = `LIMIT $${values.push(query.limit)} OFFSET $${values.push((query.page - 1) * query.limit)}`;
	return {
		text: `SELECT ${columns.join(", ")}, (SELECT count(*) ${from}) AS "${TOTAL}" ${from} ORDER BY ${order} ${page}`,
		values,
	};
}

/** Runs the collection's hooks before a reading. One that wants another question asked leaves it to Payload. */
async function passesHooks({ req, collection, query }: Asked): Promise<boolean> {
	const args = { ...query, collection: req.payload.collections[collection.slug] as never, depth: 0, req };
	for (const hook of collection.hooks.beforeOperation ?? []) {
		const { context } = req;
		const changed = await hook({ args, collection, context, operation: "read", overrideAccess: false, req });
		if (changed !== undefined && changed !== args) return false;
	}
	return true;
}

function documentsOf(input: { req: PayloadRequest; table: FlatTable; rows: readonly Row[] }): Row[] {
	const hiddenIn = new Map<string | null, ReadonlySet<FieldGroup>>();
	return input.rows.map((row) => {
		const casino = idOf(row.casino);
		const hidden = hiddenIn.get(casino) ?? hiddenGroups(input.req, casino);
		hiddenIn.set(casino, hidden);
		return documentOf(row, input.table, hidden);
	});
}

function documentOf(row: Row, table: FlatTable, hidden: ReadonlySet<FieldGroup>): Row {
	const doc: Row = {};
	for (const [path, { name, parents, kind, group }] of table.columns) {
		let place = doc;
		for (const parent of parents) {
			place[parent] ??= {};
			place = place[parent] as Row;
		}
		if (group && hidden.has(group)) continue;
		// PostgreSQL's `numeric` arrives as text.
		place[name] = kind === "number" && row[path] !== null ? Number(row[path]) : row[path];
	}
	return doc;
}

function pageOf(input: { docs: Row[]; total: number; query: PlainQuery }): PaginatedDocs<Row> {
	const { docs, total: totalDocs } = input;
	const { limit, page } = input.query;
	const totalPages = Math.max(1, Math.ceil(totalDocs / limit));
	const hasPrevPage = page > 1;
	const hasNextPage = page < totalPages;
	const neighbours = { prevPage: hasPrevPage ? page - 1 : null, nextPage: hasNextPage ? page + 1 : null };
	const pagingCounter = (page - 1) * limit + 1;
	return { docs, totalDocs, limit, page, totalPages, pagingCounter, hasPrevPage, hasNextPage, ...neighbours };
}
