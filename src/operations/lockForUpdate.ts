import type { PayloadRequest } from "payload";
import { isRecordId } from "@/domain/isRecordId";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";

/**
 * Locks a row of a collection until the request's transaction ends. Rows that refer to it may still be written meanwhile,
 * unless `isWhole` asks for the row with its key.
 * Nothing happens outside a transaction, where a lock would be gone at once, or when there is no such row.
 */
export async function lockForUpdate(input: {
	req: PayloadRequest;
	collection: Slug;
	id: string;
	isWhole?: boolean;
}): Promise<void> {
	const { req, collection, id, isWhole = false } = input;
	if (!(await req.transactionID) || !isRecordId(id)) return;
	const sql = await sqlOf(req);
	const strength = isWhole ? "UPDATE" : "NO KEY UPDATE";
	await sql(`SELECT id FROM ${collection.replaceAll("-", "_")} WHERE id = $1::uuid FOR ${strength}`, [id]);
}
