import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { env } from "@/env";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import { findChosenPasswordProblem } from "@/operations/users/findChosenPasswordProblem";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * Makes the first administrator out of KEYTURN_ADMIN_EMAIL and KEYTURN_ADMIN_PASSWORD, before anybody could register
 * over the network. They count as proved: whoever starts the system names
 * the address and the password. Never a second one: where somebody has an account already, nothing happens.
 * @returns the address of the administrator made now, else null
 */
export async function ensureFirstAdmin(payload: Payload): Promise<string | null> {
	const { KEYTURN_ADMIN_EMAIL: email, KEYTURN_ADMIN_PASSWORD: password } = env();
	if (!email || !password) return null;
	const problem = await findChosenPasswordProblem(password, { email });
	if (problem) throw new Error(`KEYTURN_ADMIN_PASSWORD is not good enough. ${problem}`);
	const req = await systemRequest(payload, "first administrator");
	return inTransaction(req, async () => {
		const sql = await sqlOf(req);
		// Two starts at once must not make two administrators.
		await sql("SELECT pg_advisory_xact_lock(hashtextextended('first administrator', 0))");
		if ((await sql("SELECT 1 FROM users LIMIT 1")).length > 0) return null;
		await payload.create({
			collection: slug.users,
			data: { email, password, name: "Administrator", vendorRole: "admin", addressProvedAt: new Date().toISOString() },
			depth: 0,
			...asSystem(req, "first administrator"),
		});
		return email;
	});
}
