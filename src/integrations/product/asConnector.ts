import type { Pool, PoolClient, QueryResultRow } from "pg";
import { toProductError } from "./toProductError";

/** Runs one statement in a transaction as the connector of a casino, under row-level security. */
export function callOnFloor<Row extends QueryResultRow>(
	pool: Pool,
	casinoId: string,
	sql: string,
	values: unknown[] = [],
): Promise<Row[]> {
	return withClient(pool, async (client) => {
		// On a failure the connection is closed, and the transaction with it.
		await client.query("BEGIN");
		await stepDown(client, casinoId);
		const { rows } = await client.query<Row>(sql, values);
		await client.query("COMMIT");
		return rows;
	});
}

/** From here to the end of the transaction the client is held by the policies of one casino. */
export async function stepDown(client: PoolClient, casinoId: string): Promise<void> {
	await client.query("SELECT floor.act_as_connector($1)", [casinoId]);
	await client.query("SET LOCAL ROLE keyturn_floor");
}

/** Lends one connection; one that failed is closed, never handed on, lest a transaction stay open on it. */
export async function withClient<Result>(pool: Pool, use: (client: PoolClient) => Promise<Result>): Promise<Result> {
	let client: PoolClient | undefined;
	try {
		client = await pool.connect();
		const result = await use(client);
		client.release();
		return result;
	} catch (error) {
		client?.release(true);
		throw toProductError(error);
	}
}
