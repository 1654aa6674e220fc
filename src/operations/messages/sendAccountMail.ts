import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";

type AccountMail = { to: string; subject: string; html: string; text: string };

/**
 * Sends what Payload itself writes, the mail for a forgotten password, and lists it among the messages. Its body carries
 * the secret link, so only what it was is kept; without a mail server it is held, and an administrator sets a new password.
 */
export async function sendAccountMail({ payload, mail }: { payload: Payload; mail: AccountMail }): Promise<void> {
	const { send } = portsOf({ payload }).mail;
	const req = await systemRequest(payload, "account mail");
	const messageId = crypto.randomUUID();
	if (send) await send({ ...mail, messageId });
	await inTransaction(req, () =>
		payload.create({
			collection: slug.messages,
			data: {
				key: `account:${messageId}`,
				to: mail.to,
				subject: mail.subject,
				template: "password_reset",
				data: {},
				status: send ? "sent" : "held",
				sentAt: send ? new Date().toISOString() : null,
				error: send ? null : "No mail server is configured (SMTP_URL). Set a new password for the person instead.",
			},
			depth: 0,
			...asSystem(req, "account mail"),
		}),
	);
}
