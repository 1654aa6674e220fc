import { createServer } from "node:net";

/** Throws one sentence when nobody can listen on the port now. */
export async function requireFreePort(port: number): Promise<void> {
	const problem = await new Promise<string | undefined>((resolve) => {
		const probe = createServer();
		probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		probe.listen(port, () => probe.close(() => resolve(undefined)));
	});
	if (problem === "EADDRINUSE") {
		throw new Error(
			`Port ${port} is in use (by another Keyturn, perhaps): stop that program, or choose another port, as in PORT=${port + 1} npm start.`,
		);
	}
	if (problem)
		throw new Error(`Port ${port} cannot be opened (${problem}): choose another, as in PORT=3000 npm start.`);
}
