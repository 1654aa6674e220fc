import type { Client } from "pg";

/** What `pg` calls on whoever speaks with the server instead of its own queries. */
type Connection = {
	query(text: string): void;
	sendCopyFromChunk(chunk: Buffer): void;
	endCopyFrom(): void;
	sendCopyFail(reason: string): void;
	stream: {
		pause(): void;
		resume(): void;
		writableNeedDrain: boolean;
		once(event: "drain" | "close", tell: () => void): void;
	};
};

type Speaker = {
	submit(connection: Connection): void;
	handleError(error: Error): void;
	handleReadyForQuery(): void;
	handleCopyData(message: { chunk: Buffer }, connection: Connection): void;
	handleCopyInResponse(connection: Connection): void;
	handleCommandComplete(): void;
};

const heldBytes = 1_000_000;
const nothing = () => {};

/** Rows as the server sends them by COPY … TO STDOUT: no more than about a megabyte is held, however slowly they are taken. */
export async function* copyOut(client: Client, sql: string): AsyncGenerator<Buffer> {
	const pieces: Buffer[] = [];
	const state: { bytes: number; isDone: boolean; error?: Error; connection?: Connection } = { bytes: 0, isDone: false };
	let tell = nothing;
	const finish = (error?: Error) => {
		state.isDone = true;
		if (error) state.error = error;
		tell();
	};
	speak(client, {
		submit: (connection) => {
			state.connection = connection;
			connection.query(sql);
		},
		handleCopyData: ({ chunk }, connection) => {
			// The parser writes the next message over this one.
			pieces.push(Buffer.from(chunk));
			state.bytes += chunk.length;
			if (state.bytes > heldBytes) connection.stream.pause();
			tell();
		},
		handleCopyInResponse: nothing,
		handleCommandComplete: nothing,
		handleError: finish,
		handleReadyForQuery: () => finish(),
	});
	for (;;) {
		if (pieces.length > 0) {
			yield Buffer.concat(pieces.splice(0));
			state.bytes = 0;
			state.connection?.stream.resume();
			continue;
		}
		if (state.error) throw state.error;
		if (state.isDone) return;
		await new Promise<void>((resolve) => {
			tell = resolve;
		});
		tell = nothing;
	}
}

/** Sends rows to COPY … FROM STDIN; waits where the server is slower. */
export async function copyIn(client: Client, sql: string, rows: AsyncIterable<Buffer>): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		let failed: Error | undefined;
		speak(client, {
			submit: (connection) => connection.query(sql),
			handleCopyData: nothing,
			handleCopyInResponse: (connection) => {
				sendAll(connection, rows, () => failed !== undefined).then(
					() => failed || connection.endCopyFrom(),
					(error: Error) => {
						failed ??= error;
						connection.sendCopyFail(error.message);
					},
				);
			},
			handleCommandComplete: nothing,
			handleError: (error) => {
				failed ??= error;
				reject(failed);
			},
			handleReadyForQuery: () => resolve(),
		});
	});
}

async function sendAll(connection: Connection, rows: AsyncIterable<Buffer>, isFailed: () => boolean): Promise<void> {
	for await (const piece of rows) {
		if (isFailed()) return;
		connection.sendCopyFromChunk(piece);
		if (!connection.stream.writableNeedDrain) continue;
		await new Promise<void>((resolve) => {
			connection.stream.once("drain", resolve);
			connection.stream.once("close", resolve);
		});
	}
}

function speak(client: Client, speaker: Speaker): void {
	(client as unknown as { query(speaker: Speaker): void }).query(speaker);
}
