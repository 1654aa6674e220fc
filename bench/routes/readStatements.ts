import { Client } from "pg";

let statements: string[] | null = null;

/** What this server has asked the database since the last look. The first look begins to listen: until then nothing is slower. */
export async function GET(): Promise<Response> {
	const said = statements ?? [];
	if (statements === null) listen();
	statements = [];
	return Response.json(said);
}

function listen(): void {
	const ask = Client.prototype.query as (...args: unknown[]) => unknown;
	Client.prototype.query = function query(this: Client, ...args: unknown[]) {
		const [first] = args;
		statements?.push(String(typeof first === "string" ? first : (first as { text?: string }).text).trim());
		return ask.apply(this, args);
	} as typeof Client.prototype.query;
}
