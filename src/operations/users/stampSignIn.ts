import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Notes when a person first and last came in, by the clock: who accepts an invitation gets their account in the same transaction. By SQL:
 * the sign-in itself is in the audit record, and a save would write it twice.
 */
export async function stampSignIn({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`UPDATE users SET last_sign_in_at = clock_timestamp(), first_sign_in_at = coalesce(first_sign_in_at, clock_timestamp())
		 WHERE id = $1::uuid`,
		[userId],
	);
}
