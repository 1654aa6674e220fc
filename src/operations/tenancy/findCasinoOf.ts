import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";

/** The casino a row belongs to; null when there is no such row. */
export async function findCasinoOf(input: {
	req: PayloadRequest;
	collection: Slug;
	id: string;
}): Promise<string | null> {
	const sql = await sqlOf(input.req);
	const [row] = await sql<{ casino: string }>(
		`SELECT casino_id AS casino FROM ${input.collection.replaceAll("-", "_")} WHERE id = $1::uuid`,
		[input.id],
	);
	return row?.casino ?? null;
}
