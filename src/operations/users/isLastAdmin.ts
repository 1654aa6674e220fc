import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { hasOtherAdmin } from "./hasOtherAdmin";

/** Whether this person is an administrator and nobody else is. */
export async function isLastAdmin(input: { req: PayloadRequest; userId: string }): Promise<boolean> {
	const sql = await sqlOf(input.req);
	const [admin] = await sql("SELECT id FROM users WHERE id = $1::uuid AND vendor_role = 'admin'", [input.userId]);
	return admin !== undefined && !(await hasOtherAdmin(input));
}
