import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from, to } from "pg-copy-streams";

/** Rows as the server sends them by COPY … TO STDOUT; it waits where they are taken more slowly. */
export function copyOut(client: Client, sql: string): AsyncIterable<Buffer> {
	return client.query(to(sql));
}

/** Sends rows to COPY … FROM STDIN; waits where the server is slower, and ends the copy when the rows break off. */
export async function copyIn(client: Client, sql: string, rows: AsyncIterable<Buffer>): Promise<void> {
	await pipeline(rows, client.query(from(sql)));
}
