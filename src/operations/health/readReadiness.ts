import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Payload, PayloadRequest } from "payload";
import { queues } from "@/queue/queues";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { mediaFolderOf } from "../media/mediaFolderOf";
import { portsOf } from "../portsOf";
import { findFullDisk } from "./findFullDisk";

/** `ok`, or what is wrong in one sentence that gives nothing away. */
type Part = string;
export type Readiness = {
	isReady: boolean;
	parts: Record<"database" | "migrations" | "queue" | "storage" | "product", Part>;
};

/** Longer than any part takes that works; a probe waits a few seconds at most. */
const patienceMs = 3_000;

/** Whether this process can do its work: each part is asked now. Never throws. */
export async function readReadiness({ req }: { req: PayloadRequest }): Promise<Readiness> {
	const { payload } = req;
	const sql = await sqlOf({ payload });
	const [database, migrations, queue, storage, product] = await Promise.all([
		ask("The database cannot be reached.", async () => {
			await sql("SELECT 1");
			return "ok";
		}),
		ask("The migrations cannot be read.", () => findMissingMigrations(sql, payload.db.migrationDir)),
		ask("The queue is not installed.", () => findMissingQueues(sql)),
		ask("Whether the disks are full is not known.", () => findFullDisk({ sql, folders: writtenFolders(payload) })),
		ask("The product cannot be reached.", async () => {
			await portsOf(req).product.ping();
			return "ok";
		}),
	]);
	const parts = { database, migrations, queue, storage, product };
	return { isReady: Object.values(parts).every((part) => part === "ok"), parts };
}

/** The files', and the embedded database's where it stands in this folder. */
function writtenFolders(payload: Payload): string[] {
	const embedded = path.resolve(".data");
	return [mediaFolderOf(payload), ...(existsSync(embedded) ? [embedded] : [])];
}

async function ask(otherwise: string, question: () => Promise<Part>): Promise<Part> {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<Part>((resolve) => {
		timer = setTimeout(() => resolve(otherwise), patienceMs);
	});
	const answer = question().catch(() => otherwise);
	return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

async function findMissingMigrations(sql: Sql, directory: string): Promise<Part> {
	const files = await readdir(directory);
	const expected = files.flatMap((file) => file.match(/^(\d{8}_\d{6}\w*)\.[jt]s$/)?.[1] ?? []);
	const applied = new Set((await sql<{ name: string }>("SELECT name FROM payload_migrations")).map(({ name }) => name));
	const missing = expected.filter((name) => !applied.has(name)).length;
	return missing === 0 ? "ok" : `${missing} migrations are not applied: run npm run migrate.`;
}

async function findMissingQueues(sql: Sql): Promise<Part> {
	const names = Object.values(queues).map(({ name }) => name);
	const found = await sql("SELECT 1 FROM pgboss.queue WHERE name = ANY($1::text[])", [names]);
	return found.length === names.length ? "ok" : "Queues are missing: run npm run migrate.";
}
