import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Notes what the sample portfolio wrote, so that it can be told apart from what people add. Everything there is at that moment is
 * a sample's, for nothing is loaded where somebody has customers of their own: but for administrators and what belongs to the installation.
 */
export async function markSamples({ req }: { req: PayloadRequest }): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`INSERT INTO sample_records (collection, id)
		 SELECT 'casinos', id FROM casinos UNION ALL SELECT 'companies', id FROM companies
		 UNION ALL SELECT 'users', id FROM users WHERE vendor_role IS DISTINCT FROM 'admin'
		 UNION ALL SELECT 'payment_events', id FROM payment_events WHERE casino_id IS NULL
		 UNION ALL SELECT 'risks', id FROM risks WHERE casino_id IS NULL
		 UNION ALL SELECT 'messages', id FROM messages WHERE casino_id IS NULL
		 ON CONFLICT DO NOTHING`,
	);
}
