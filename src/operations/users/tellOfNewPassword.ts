import { randomUUID } from "node:crypto";
import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { queueMessage } from "../messages/queueMessage";

/** Mails the owner of an account that its password was changed: if it was not them, this is how they learn of it. */
export async function tellOfNewPassword({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const sql = await sqlOf(req);
	const [person] = await sql<{ email: string; name: string }>("SELECT email, name FROM users WHERE id = $1::uuid", [
		userId,
	]);
	if (!person) return;
	await queueMessage({
		req,
		key: `password_changed:${randomUUID()}`,
		template: "password_changed",
		to: person.email,
		casinoId: null,
		data: { recipientName: person.name, changedAt: new Date().toISOString() },
	});
}
