import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * A link that is handed over stays the newest: mails that wait to bring another to the same invitation or account are not sent, and
 * say why. In the caller's transaction, which holds the row of that invitation or account.
 */
export async function endWaitingMails(input: {
	req: PayloadRequest;
	of: { invite: string } | { newAccount: string };
}): Promise<void> {
	const { req, of } = input;
	const sql = await sqlOf(req);
	const waiting = await sql<{ id: string }>(
		`SELECT id FROM messages WHERE status IN ('queued', 'held') AND (invite_id = $1::uuid
			OR (template = 'account_invite' AND lower("to") = (SELECT lower(email) FROM users WHERE id = $2::uuid)))
		 ORDER BY id FOR UPDATE`,
		["invite" in of ? of.invite : null, "newAccount" in of ? of.newAccount : null],
	);
	for (const { id } of waiting) {
		await req.payload.update({
			collection: slug.messages,
			id,
			data: { status: "failed", error: "Not sent: a link was handed over instead.", claim: null, leaseUntil: null },
			depth: 0,
			...asSystem(req, "a link was handed over"),
		});
	}
}
