import type { QueryResultRow } from "pg";

/**
 * Runs one SQL statement. Values are always parameters, never spliced into the text.
 * @param name under which each connection keeps the statement's plan: for one whose planning costs as much as its work
 */
export type Sql = <Row extends QueryResultRow = QueryResultRow>(
	text: string,
	values?: readonly unknown[],
	name?: string,
) => Promise<Row[]>;

type Queryable = {
	query(statement: { text: string; values: unknown[]; name?: string }): Promise<{ rows: unknown[] }>;
};
type PostgresDatabase = {
	pool: Queryable;
	sessions: Record<string, { db: { session: { client: Queryable } } } | undefined>;
};

/** The part of a Payload request this room needs. */
export type RequestInTransaction = {
	payload: { db: unknown };
	transactionID?: number | string | Promise<number | string>;
};

/**
 * SQL on the connection of this request's transaction, or on the pool when it has none.
 * What belongs to one write must go through here: a second connection could neither be rolled back with
 * it nor see it, and could wait for its own caller's locks for ever.
 */
export async function sqlOf(req: RequestInTransaction): Promise<Sql> {
	const database = req.payload.db as PostgresDatabase;
	const id = await req.transactionID;
	const session = id === undefined ? undefined : database.sessions[String(id)];
	// Late work would be committed by itself, after the rest was rolled back.
	if (id !== undefined && !session) throw new Error("The transaction of this request has ended.");
	const client: Queryable = session?.db.session.client ?? database.pool;
	return async (text, values = [], name) => (await client.query({ text, values: [...values], name })).rows as never;
}
