import { statfs as statfsOfSystem } from "node:fs/promises";
import type { Sql } from "@/queue/sqlOf";

type Statfs = (
	folder: string,
) => Promise<{ bavail: number; bsize: number; blocks: number; files: number; ffree: number }>;

/** Four of the largest files that may be uploaded, and time for somebody to make room. */
const leastFreeBytes = 100_000_000;
const diskFull = "53100";

/**
 * Whether what comes in can still be written: to the folders, and to the database's disk, which may be another machine's.
 * @param input.folders that this process or its database writes to
 * @returns `ok`, or what is full in one sentence
 */
export async function findFullDisk(input: { sql: Sql; folders: readonly string[]; statfs?: Statfs }): Promise<string> {
	const { sql, folders, statfs = statfsOfSystem } = input;
	const problems = [];
	for (const folder of folders) if (isFull(await statfs(folder))) problems.push("The disk for files is full.");
	try {
		await sql("SELECT probe_disk()");
	} catch (error) {
		if ((error as { code?: string }).code !== diskFull) throw error;
		problems.push("The database's disk is full.");
	}
	return [...new Set(problems)].join(" ") || "ok";
}

/** A file system that counts neither blocks nor files (some of the network) is not judged by them. */
function isFull({ bavail, bsize, blocks, files, ffree }: Awaited<ReturnType<Statfs>>): boolean {
	return (blocks > 0 && bavail * bsize < leastFreeBytes) || (files > 0 && ffree === 0);
}
