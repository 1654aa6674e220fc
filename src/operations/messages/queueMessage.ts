import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { portsOf } from "../portsOf";
import { mailFrame } from "./mailFrame";

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
 * Writes a message and queues its delivery, in the caller's transaction.
 * @returns its id, or the id of the one that is there already
 */
export async function queueMessage({
	req,
	...message
}: MessageInput & { req: PayloadRequest }): Promise<{ messageId: string }> {
	const sql = await sqlOf(req);
	// Two writers of the same key wait for each other here instead of failing on the index.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [message.key]);
	const [existing] = await sql<{ id: string }>("SELECT id FROM messages WHERE key = $1", [message.key]);
	if (existing) return { messageId: existing.id };
	const { subject } = await portsOf(req).mail.render({
		template: message.template,
		data: message.data,
		...(await mailFrame(req)),
	});
	const created = await req.payload.create({
		collection: slug.messages,
		data: {
			key: message.key,
			to: message.to,
			template: message.template,
			subject,
			data: message.data,
			status: "queued",
			casino: message.casinoId,
			invite: message.inviteId,
		},
		depth: 0,
		...asSystem(req, `mail ${message.template}`),
	});
	await enqueue({ sql, queue: "deliverMessage", data: { messageId: created.id } });
	return { messageId: created.id };
}
