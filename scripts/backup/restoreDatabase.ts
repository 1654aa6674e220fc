import type { Client } from "pg";
import { copyIn, copyOut } from "./copyRows";
import { type Contents, copyInSql, copyOutSql, readContents, type Table } from "./readSchema";
import { type Tally, tally, tallying } from "./tally";

/** Written by whoever installs the queue's engine: it says which tables there are now, not which there were. */
const ownTables = new Set(["pgboss.version"]);

/**
 * Opens the one transaction in which a database is filled. Triggers and foreign keys rest in it: the rows were right when they
 * were saved, and the audit record takes no sealed entry otherwise.
 */
export async function beginFilling(client: Client, contents: Contents, schemas: readonly string[]): Promise<void> {
	await client.query("BEGIN");
	try {
		await client.query("SET LOCAL session_replication_role = replica");
	} catch (error) {
		throw new Error(
			`The owner may not rest triggers while it restores (${(error as Error).message}): as a superuser, GRANT SET ON PARAMETER session_replication_role TO the owner, then try again.`,
		);
	}
	const { tables } = await readContents(client, schemas);
	const known = new Map(tables.map(({ name, columns }) => [name, columns]));
	for (const { name, columns } of contents.tables) {
		const missing = columns.filter((column) => !known.get(name)?.includes(column));
		if (missing.length > 0)
			throw new Error(`The backup has ${name} with ${missing.join(", ")}, which this release does not know.`);
	}
	const emptied = tables.map(({ name }) => name).filter((name) => !ownTables.has(name));
	await client.query(`TRUNCATE ${emptied.join(", ")}`);
}

/** Takes in one table's rows and reads them again: count and hash must be those of the backup. */
export async function fillTable(
	client: Client,
	table: Table,
	rows: AsyncIterable<Buffer>,
): Promise<{ read: Tally; kept: Tally }> {
	const { pieces, total } = tallying(rows);
	if (ownTables.has(table.name)) {
		for await (const _ of pieces);
		return { read: total(), kept: total() };
	}
	await copyIn(client, copyInSql(table), pieces);
	return { read: total(), kept: await tally(copyOut(client, copyOutSql(table))) };
}

export async function setSequences(client: Client, { sequences }: Contents): Promise<void> {
	for (const { name, value, isCalled } of sequences) {
		await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [name, value, isCalled]);
	}
}
