import type { PayloadRequest } from "payload";
import { isRecordId } from "@/domain/isRecordId";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";

type Rows = { req: PayloadRequest; collection: Slug; isWhole?: boolean };

/**
 * Locks a row of a collection until the request's transaction ends. Rows that refer to it may still be written meanwhile,
 * unless `isWhole` asks for the row with its key.
 * Nothing happens outside a transaction, where a lock would be gone at once, or when there is no such row.
 */
export async function lockForUpdate({ id, ...rows }: Rows & { id: string }): Promise<void> {
	await lockAllForUpdate({ ...rows, ids: [id] });
}

/** The same for several, in the order of their ids: of two who lock the same rows the second waits for the first. */
export async function lockAllForUpdate({ req, collection, ids, isWhole = false }: Rows & { ids: string[] }) {
	const known = ids.filter(isRecordId);
	if (!(await req.transactionID) || known.length === 0) return;
	const sql = await sqlOf(req);
	const strength = isWhole ? "UPDATE" : "NO KEY UPDATE";
	const table = collection.replaceAll("-", "_");
	await sql(`SELECT id FROM ${table} WHERE id = ANY($1::uuid[]) ORDER BY id FOR ${strength}`, [known]);
}
