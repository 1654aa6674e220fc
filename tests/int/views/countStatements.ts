import type { Keyturn } from "../../harness/startKeyturn";

/** Runs work and counts the statements it sends to the database. */
export async function countStatements<Result>(
	keyturn: Keyturn,
	work: () => Promise<Result>,
): Promise<{ result: Result; statements: number }> {
	const { pool } = keyturn.payload.db;
	const query = pool.query;
	let statements = 0;
	pool.query = ((...args: Parameters<typeof query>) => {
		statements++;
		return query.apply(pool, args);
	}) as typeof query;
	try {
		return { result: await work(), statements };
	} finally {
		pool.query = query;
	}
}
