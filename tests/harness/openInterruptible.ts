import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export type Interruptible = {
	/** The database's address by way of this line. */
	databaseUrl: string;
	/** Cuts every connection and takes no new one, as when the database is stopped. */
	interrupt(): Promise<void>;
	resume(): Promise<void>;
	close(): Promise<void>;
};

/** A line to the database that a test can cut: other tests share the server, so it cannot be stopped. */
export async function openInterruptible(databaseUrl: string): Promise<Interruptible> {
	const target = new URL(databaseUrl);
	const sockets = new Set<Socket>();
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket)).on("error", () => {});
	};
	const server = createServer((near) => {
		const far = connect(Number(target.port || 5432), target.hostname);
		keep(near);
		keep(far);
		near.pipe(far).pipe(near);
		near.on("close", () => far.destroy());
		far.on("close", () => near.destroy());
	});
	const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	await listen(0);
	const { port } = server.address() as AddressInfo;
	const line = new URL(databaseUrl);
	line.host = `127.0.0.1:${port}`;
	const interrupt = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		});
	return {
		databaseUrl: line.href,
		interrupt,
		resume: () => listen(port),
		close: () => (server.listening ? interrupt() : Promise.resolve()),
	};
}
