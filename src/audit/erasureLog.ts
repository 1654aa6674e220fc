import { appendFile, readFile } from "node:fs/promises";
import type { Sql } from "@/queue/sqlOf";
import { appendAudit } from "./appendAudit";

/** One erasure, without a name: the keys that were destroyed, and the record's own name for the person. */
export type Erasure = { at: string; person: string; keys: string[] };

/** Beside the uploaded files, which every web process reaches; a name that no upload has. */
export const erasureLogName = ".erasures.jsonl";

/**
 * Writes an erasure down outside the database, so that a restore of an older backup repeats it. Before the commit: one too
 * many repeats what somebody asked for, one too few would bring a person back.
 */
export async function logErasure(file: string, erasure: Erasure): Promise<void> {
	await appendFile(file, `${JSON.stringify(erasure)}\n`, { mode: 0o600, flush: true });
}

/** What a log holds; a line that a crash cut short is passed over. */
export async function readErasures(file: string): Promise<Erasure[]> {
	const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return "";
		throw error;
	});
	return text.split("\n").flatMap((line) => {
		try {
			return [JSON.parse(line) as Erasure];
		} catch {
			return [];
		}
	});
}

/**
 * Destroys again the keys of persons who were erased after the backup that was restored: those by name, and every older key of
 * the same person. A key made after an erasure belongs to somebody who came back, and stays.
 * @returns the persons for whom there was a key
 */
export async function repeatErasures(sql: Sql, erasures: readonly Erasure[]): Promise<string[]> {
	const repeated: string[] = [];
	for (const { at, person, keys } of erasures) {
		const erased = await sql(
			`UPDATE audit_person_keys SET key = NULL, erased_at = $2::timestamptz
			WHERE erased_at IS NULL AND (id = ANY($3::uuid[]) OR (person = $1 AND created_at <= $2::timestamptz)) RETURNING id`,
			[person, at, keys],
		);
		if (erased.length === 0) continue;
		repeated.push(person);
		const entry = { actor: "system:restore", action: "person.erased", collection: "audit-entries", document: person };
		await appendAudit({
			sql,
			entries: [{ ...entry, reason: "Repeated after a restore.", after: { keys: erased.length } }],
		});
	}
	return repeated;
}
