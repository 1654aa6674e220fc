import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { portsOf } from "../portsOf";
import { mailFrame } from "./mailFrame";

/** Why a message is held, where it is read. */
export const noMailServer = "No mail server is configured (SMTP_URL).";

export type MessageInput = {
	/** What the message is about: a second one with the same key is not written. */
	key: string;
	template: string;
	to: string;
	casinoId: string | null;
	/** What the template is filled with. No secrets: it is kept and shown. */
	data: Record<string, unknown>;
	/** The invitation whose link is minted when the mail is sent. */
	inviteId?: string;
};

/**
 * Writes a message and queues its delivery, in the caller's transaction. Without a mail server it is held at once: a job
 * that could only say so would cost as much as the message.
 * @returns its id, or the id of the one that is there already, and whether it is held
 */
export async function queueMessage({
	req,
	...message
}: MessageInput & { req: PayloadRequest }): Promise<{ messageId: string; isHeld: boolean }> {
	const sql = await sqlOf(req);
	// Two writers of the same key wait for each other here instead of failing on the index.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [message.key]);
	const [existing] = await sql<{ id: string; status: string }>("SELECT id, status FROM messages WHERE key = $1", [
		message.key,
	]);
	if (existing) return { messageId: existing.id, isHeld: existing.status === "held" };
	const { mail } = portsOf(req);
	const { template, data } = message;
	const subject = await mail.renderSubject({ template, data, ...(await mailFrame(req)) });
	const created = await req.payload.create({
		collection: slug.messages,
		data: {
			key: message.key,
			to: message.to,
			template,
			subject,
			data,
			...(mail.send ? { status: "queued" } : { status: "held", error: noMailServer }),
			casino: message.casinoId,
			invite: message.inviteId,
		},
		depth: 0,
		...asSystem(req, `mail ${template}`),
	});
	if (mail.send) await enqueue({ sql, queue: "deliverMessage", data: { messageId: created.id } });
	return { messageId: created.id, isHeld: !mail.send };
}
