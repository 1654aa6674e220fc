import { type Prepared, send } from "./sendRequests";

/** What a server of the bench asks its database for one request, transactions' own statements included. */
export async function readStatements(port: number, request: Prepared): Promise<string[]> {
	const look = () => send(undefined, port, { path: "/bench-statements", method: "GET", headers: {} });
	// What is read once a process is read before.
	await send(undefined, port, request);
	await look();
	await send(undefined, port, request);
	return JSON.parse(await look()) as string[];
}
