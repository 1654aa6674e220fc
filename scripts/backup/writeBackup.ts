import { type FileHandle, open as openFile, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import type { Secrets } from "../environment/readSecrets";
import { copyOut } from "./copyRows";
import { type Frame, toBytes } from "./frames";
import { type Contents, copyOutSql, plainSettings, readContents } from "./readSchema";
import { seal } from "./seal";
import { tallying } from "./tally";

/** The two databases of an installation, by their owner, and which schemas of them are Keyturn's. */
export const databases = { keyturn: ["public", "pgboss"], product: ["floor"] } as const;
export type DatabaseName = keyof typeof databases;

export type Manifest = {
	app: string;
	createdAt: string;
	contents: Record<DatabaseName, Contents>;
	/** What each database had been migrated to. */
	migrations: string[];
	productVersion: number;
};

export type Sources = {
	urls: Record<DatabaseName, string>;
	mediaFolder: string;
	secrets: Partial<Secrets>;
	app: string;
};

export type Written = { bytes: number; tables: number; rows: number; files: number };

/**
 * Writes one encrypted file of both databases, the uploaded files and the secrets, each database as it was in one moment.
 * Under its name it is there when it is whole and on disk; a run that is killed leaves `FILE.part`.
 * @throws when there is a file of that name
 */
export async function writeBackup(input: { sources: Sources; file: string; passphrase: string }): Promise<Written> {
	const { sources, file, passphrase } = input;
	const draft = `${file}.part`;
	const target = await openFile(file, "wx", 0o600).catch(() => {
		throw new Error(`${file} is there already: a backup never replaces a file.`);
	});
	// The name is taken only at the end: this only showed that it can be.
	await target.close();
	await rm(file);
	await rm(draft, { force: true });
	const counted: Written = { bytes: 0, tables: 0, rows: 0, files: 0 };
	const output = await openFile(draft, "wx", 0o600);
	try {
		for await (const piece of seal(frames(sources, counted), passphrase)) {
			counted.bytes += piece.length;
			await output.writeFile(piece);
		}
		await output.sync();
	} finally {
		await output.close();
	}
	await rename(draft, file);
	const folder = await openFile(dirname(file), "r");
	await folder.sync().finally(() => folder.close());
	return counted;
}

async function* frames(sources: Sources, counted: Written): AsyncGenerator<Buffer> {
	const clients = await openSnapshots(sources.urls);
	try {
		const manifest = await readManifest(clients, sources.app);
		yield toBytes({ type: "manifest", value: { ...manifest, secrets: sources.secrets } });
		for (const name of Object.keys(clients) as DatabaseName[]) {
			for (const table of manifest.contents[name].tables) {
				const { pieces, total } = tallying(copyOut(clients[name], copyOutSql(table)));
				yield* entry({ kind: "table", database: name, name: table.name }, pieces, total);
				counted.tables++;
				counted.rows += total().lines;
			}
		}
		// After the databases: what a row of theirs names was there by then.
		for await (const { name, file } of openFiles(sources.mediaFolder)) {
			const { pieces, total } = tallying(file.createReadStream({ autoClose: false }));
			yield* entry({ kind: "file", name }, pieces, total);
			counted.files++;
		}
		yield toBytes({ type: "closed", value: counted });
	} finally {
		await Promise.all(Object.values(clients).map((client) => client.end().catch(() => {})));
	}
}

/** One that is deleted meanwhile is no longer of the system. */
async function* openFiles(folder: string): AsyncGenerator<{ name: string; file: FileHandle }> {
	for (const found of await readdir(folder, { withFileTypes: true })) {
		if (!found.isFile()) continue;
		const file = await openFile(join(folder, found.name)).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "ENOENT") throw error;
		});
		if (!file) continue;
		try {
			yield { name: found.name, file };
		} finally {
			await file.close();
		}
	}
}

async function* entry(of: Record<string, string>, pieces: AsyncIterable<Buffer>, total: () => object) {
	const begin: Frame = { type: "begin", value: of };
	yield toBytes(begin);
	for await (const bytes of pieces) yield toBytes({ type: "data", bytes });
	yield toBytes({ type: "end", value: { ...total() } });
}

/** Both moments as close together as two databases allow; what is written meanwhile is not seen. */
async function openSnapshots(urls: Record<DatabaseName, string>): Promise<Record<DatabaseName, Client>> {
	const open = async (name: DatabaseName) => {
		const client = new Client({ connectionString: urls[name], application_name: "keyturn backup" });
		await client.connect();
		await client.query(plainSettings);
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
		return client;
	};
	const clients = { keyturn: await open("keyturn"), product: await open("product") };
	// A snapshot is taken by the first statement, not by BEGIN.
	await Promise.all(Object.values(clients).map((client) => client.query("SELECT 1")));
	return clients;
}

async function readManifest(clients: Record<DatabaseName, Client>, app: string): Promise<Manifest> {
	const { rows: migrations } = await clients.keyturn.query<{ name: string }>(
		"SELECT name FROM payload_migrations ORDER BY name",
	);
	const { rows: product } = await clients.product.query<{ version: number }>(
		"SELECT coalesce(max(version), 0)::int AS version FROM floor.schema_version",
	);
	return {
		app,
		createdAt: new Date().toISOString(),
		contents: {
			keyturn: await readContents(clients.keyturn, databases.keyturn),
			product: await readContents(clients.product, databases.product),
		},
		migrations: migrations.map(({ name }) => name),
		productVersion: product[0]?.version ?? 0,
	};
}
