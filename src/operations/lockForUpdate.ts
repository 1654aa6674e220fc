import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Locks a row of a collection until the request's transaction ends. Rows that refer to it may still be written meanwhile.
 * Nothing happens outside a transaction, where a lock would be gone at once, or when there is no such row.
 */
export async function lockForUpdate(input: { req: PayloadRequest; collection: Slug; id: string }): Promise<void> {
	const { req, collection, id } = input;
	if (!(await req.transactionID) || !uuid.test(id)) return;
	const sql = await sqlOf(req);
	await sql(`SELECT id FROM ${collection.replaceAll("-", "_")} WHERE id = $1::uuid FOR NO KEY UPDATE`, [id]);
}
