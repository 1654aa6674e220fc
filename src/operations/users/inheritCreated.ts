import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * Before an account is deleted, whoever created it, or else whoever deletes it, stands behind the accounts and invitations that it
 * made: with nobody behind them, accounts of one person would count as two persons. In the caller's transaction.
 */
export async function inheritCreated({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	const heir = req.user?.collection === slug.users ? req.user.id : null;
	const values = [userId, heir];
	await sql(
		`UPDATE users u SET created_by_id = coalesce(d.created_by_id, $2::uuid)
		 FROM users d WHERE d.id = $1::uuid AND u.created_by_id = d.id`,
		values,
	);
	await sql(
		`UPDATE staff_invites i SET invited_by_id = coalesce(d.created_by_id, $2::uuid)
		 FROM users d WHERE d.id = $1::uuid AND i.invited_by_id = d.id AND i.status IN ('pending', 'expired')`,
		values,
	);
}
