import { randomUUID } from "node:crypto";
import type { PayloadRequest } from "payload";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { queueMessage } from "../messages/queueMessage";
import { readSettings } from "../settings/readSettings";

/**
 * Mails a person the link by which they enter their account for the first time, in the caller's transaction. The link is minted
 * when the mail goes out.
 * @throws NotFound; Conflict to an account that was entered already: its owner asks for a sign-in link
 */
export async function inviteAccount({ req, userId }: { req: PayloadRequest; userId: string }): Promise<{ to: string }> {
	const sql = await sqlOf(req);
	const [person] = await sql<{ email: string; name: string; hasEntered: boolean }>(
		`SELECT email, name, last_sign_in_at IS NOT NULL AS "hasEntered" FROM users WHERE id = $1::uuid`,
		[userId],
	);
	if (!person) throw new NotFound("person");
	if (person.hasEntered) {
		throw new Conflict("This person has signed in before. They can ask for a sign-in link on the sign-in page.");
	}
	const { invites } = await readSettings(req);
	await queueMessage({
		req,
		key: `account:${userId}:${randomUUID()}`,
		template: "account_invite",
		to: person.email,
		casinoId: null,
		data: {
			recipientName: person.name,
			expiresAt: new Date(Date.now() + invites.validDays * 86_400_000).toISOString(),
		},
	});
	return { to: person.email };
}
