import { createReadStream } from "node:fs";
import { appendFile, mkdir, open as openFile, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { erasureLogName } from "@/audit/erasureLog";
import type { Secrets } from "../environment/readSecrets";
import type { Release } from "../migrate";
import { type Frame, readFrames } from "./frames";
import { plainSettings, type Table } from "./readSchema";
import { beginFilling, fillTable, setSequences } from "./restoreDatabase";
import { open } from "./seal";
import { type Tally, tally, tallying } from "./tally";
import { type DatabaseName, databases, type Manifest, type Written } from "./writeBackup";

export type OpenedManifest = Manifest & { secrets: Partial<Secrets> };
type Opened = { file: string; passphrase: string };

/** The backup's frames; what is read from a name that is not there is an error in words. */
export const framesOf = ({ file, passphrase }: Opened) =>
	readFrames(open(createReadStream(file, { highWaterMark: 1 << 20 }), passphrase));

export async function readManifest(backup: Opened): Promise<OpenedManifest> {
	for await (const frame of framesOf(backup)) {
		if (frame.type === "manifest") return frame.value as OpenedManifest;
		break;
	}
	throw new Error("The backup does not begin with its manifest. Nothing was changed.");
}

/** Reads all of it and changes nothing: whole, unaltered, every part as long as it says and with its hash. */
export async function checkBackup(backup: Opened): Promise<Written> {
	let closed: Written | undefined;
	await eachEntry(framesOf(backup), {
		take: async (_entry, pieces) => tally(pieces),
		close: (value) => {
			closed = value as Written;
		},
	});
	if (!closed) throw new Error("The backup ends before its end. Nothing was changed.");
	return closed;
}

/**
 * Fills both databases, migrated to the backup's release and empty, and puts the files in their folder. Nothing is committed
 * before the last byte was read and compared; a run that is killed can be run again.
 */
export async function fillFrom(input: {
	backup: Opened;
	manifest: Manifest;
	urls: Record<DatabaseName, string>;
	mediaFolder: string;
}): Promise<Written> {
	const { backup, manifest, urls, mediaFolder } = input;
	const staged = `${mediaFolder}.restoring`;
	await rm(staged, { recursive: true, force: true });
	await mkdir(staged, { recursive: true, mode: 0o700 });
	const clients = { keyturn: await connect(urls.keyturn), product: await connect(urls.product) };
	try {
		for (const name of Object.keys(databases) as DatabaseName[]) {
			await beginFilling(clients[name], manifest.contents[name], databases[name]);
		}
		let closed: Written | undefined;
		await eachEntry(framesOf(backup), {
			take: async (entry, pieces) => {
				if (entry.kind === "file") return keepFile(join(staged, safeName(entry.name)), pieces);
				const database = entry.database as DatabaseName;
				const table = manifest.contents[database].tables.find(({ name }) => name === entry.name) as Table;
				const { read, kept } = await fillTable(clients[database], table, pieces);
				if (read.sha256 !== kept.sha256)
					throw new Error(`${entry.name} did not come out as it went in. Nothing was kept.`);
				return read;
			},
			close: (value) => {
				closed = value as Written;
			},
		});
		if (!closed) throw new Error("The backup ends before its end. Nothing was kept.");
		for (const name of Object.keys(databases) as DatabaseName[])
			await setSequences(clients[name], manifest.contents[name]);
		await moveFiles(staged, mediaFolder);
		await clients.product.query("COMMIT");
		await clients.keyturn.query("COMMIT");
		return closed;
	} finally {
		await Promise.all(Object.values(clients).map((client) => client.end().catch(() => {})));
		await rm(staged, { recursive: true, force: true });
	}
}

/** The release whose tables fit the backup. */
export const releaseOf = ({ migrations, productVersion }: Manifest): Release => ({ migrations, productVersion });

type Entry = { kind: string; database?: string; name: string };

/** Hands each entry's bytes to `take`, and compares what it counted with what the backup says at the entry's end. */
async function eachEntry(
	frames: AsyncGenerator<Frame>,
	{ take, close }: { take(entry: Entry, pieces: AsyncIterable<Buffer>): Promise<Tally>; close(value: object): void },
): Promise<void> {
	for (let next = await frames.next(); !next.done; next = await frames.next()) {
		const frame = next.value;
		if (frame.type === "closed") close(frame.value);
		if (frame.type !== "begin") continue;
		let end: Partial<Tally> = {};
		const pieces = (async function* () {
			for (;;) {
				const { value, done } = await frames.next();
				if (done) throw new Error("The backup ends inside an entry.");
				if (value.type === "data") yield value.bytes;
				else {
					end = value.type === "end" ? (value.value as Partial<Tally>) : {};
					return;
				}
			}
		})();
		const entry = frame.value as Entry;
		const found = await take(entry, pieces);
		if (found.sha256 !== end.sha256 || found.bytes !== end.bytes || found.lines !== end.lines) {
			throw new Error(`${entry.name} is not what the backup says it is. Nothing was kept.`);
		}
	}
}

async function connect(url: string): Promise<Client> {
	const client = new Client({ connectionString: url, application_name: "keyturn restore" });
	await client.connect();
	await client.query(plainSettings);
	return client;
}

/** A name that leaves the folder is no upload's. */
function safeName(name: string): string {
	if (name.includes("/") || name.includes("\\") || name === "." || name === "..") {
		throw new Error(`The backup holds a file named ${name}, which is no upload's name.`);
	}
	return name;
}

/** Written to disk, and read from it again for its hash. */
async function keepFile(path: string, pieces: AsyncIterable<Buffer>): Promise<Tally> {
	const { pieces: passed, total } = tallying(pieces);
	const file = await openFile(path, "wx", 0o600);
	try {
		for await (const piece of passed) await file.writeFile(piece);
		await file.sync();
	} finally {
		await file.close();
	}
	const kept = await tally(createReadStream(path));
	if (kept.sha256 !== total().sha256) throw new Error("A file did not come out as it went in. Nothing was kept.");
	return kept;
}

/** Erasures are added to those written down here since: none of either may be lost. */
async function moveFiles(from: string, to: string): Promise<void> {
	await mkdir(to, { recursive: true, mode: 0o700 });
	for (const name of await readdir(from)) {
		if (name !== erasureLogName) await rename(join(from, name), join(to, name));
		else await appendFile(join(to, name), await readFile(join(from, name)), { mode: 0o600, flush: true });
	}
}
