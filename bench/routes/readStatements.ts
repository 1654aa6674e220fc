import config from "@payload-config";
import { getPayload } from "payload";
import type { Client, Pool } from "pg";

let statements: string[] | null = null;

/** What this server has asked the database since the last look. The first look begins to listen: until then nothing is slower. */
export async function GET(): Promise<Response> {
	const said = statements ?? [];
	if (statements === null) await listen();
	statements = [];
	return Response.json(said);
}

async function listen(): Promise<void> {
	const { db } = await getPayload({ config });
	// The class that the server's own pool makes its connections of: a route's import may be another copy of it.
	const { prototype } = (db as unknown as { pool: Pool & { Client: typeof Client } }).pool.Client;
	const ask = prototype.query as (...args: unknown[]) => unknown;
	prototype.query = function query(this: Client, ...args: unknown[]) {
		const [first] = args;
		statements?.push(String(typeof first === "string" ? first : (first as { text?: string }).text).trim());
		return ask.apply(this, args);
	} as typeof prototype.query;
}
