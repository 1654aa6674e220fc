import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** Whether the person has an invitation to this casino that can still be accepted. */
export async function hasPendingInvite(input: {
	req: PayloadRequest;
	casinoId: string;
	email: string;
}): Promise<boolean> {
	const sql = await sqlOf(input.req);
	const rows = await sql(
		`SELECT 1 FROM staff_invites
		 WHERE casino_id = $1::uuid AND lower(email) = $2 AND status = 'pending' AND expires_at > now() LIMIT 1`,
		[input.casinoId, input.email],
	);
	return rows.length > 0;
}
