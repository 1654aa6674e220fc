import { Client, type QueryResultRow } from "pg";
import { inject } from "vitest";
import { databaseUrl } from "./testServer";

/** The same database, by its owner. */
export const ownerUrlOf = (url: string): string =>
	databaseUrl(inject("testServer").adminUrl, new URL(url).pathname.slice(1));

/** Runs SQL as the owner of a test's database, on a connection of its own: what the application's role may not do. */
export async function asOwner<Row extends QueryResultRow>(of: { databaseUrl: string }, sql: string): Promise<Row[]> {
	const client = new Client({ connectionString: ownerUrlOf(of.databaseUrl) });
	await client.connect();
	try {
		return (await client.query<Row>(sql)).rows;
	} finally {
		await client.end();
	}
}
