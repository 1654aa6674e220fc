import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** Whether somebody else is an administrator and stays one. Locks that row, so that two cannot leave at once. */
export async function hasOtherAdmin({ req, userId }: { req: PayloadRequest; userId: string }): Promise<boolean> {
	const sql = await sqlOf(req);
	const others = await sql(
		`SELECT id FROM users
		 WHERE vendor_role = 'admin' AND id <> $1::uuid AND (access_ends_at IS NULL OR access_ends_at > now())
		 ORDER BY id LIMIT 1 FOR UPDATE`,
		[userId],
	);
	return others.length > 0;
}

/** Whether this person is an administrator and nobody else is. */
export async function isLastAdmin(input: { req: PayloadRequest; userId: string }): Promise<boolean> {
	const sql = await sqlOf(input.req);
	const [admin] = await sql("SELECT id FROM users WHERE id = $1::uuid AND vendor_role = 'admin'", [input.userId]);
	return admin !== undefined && !(await hasOtherAdmin(input));
}
