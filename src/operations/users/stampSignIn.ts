import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** Notes when a person first and last came in. By SQL: the sign-in itself is in the audit record, and a save would write it twice. */
export async function stampSignIn({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		"UPDATE users SET last_sign_in_at = now(), first_sign_in_at = coalesce(first_sign_in_at, now()) WHERE id = $1::uuid",
		[userId],
	);
}
