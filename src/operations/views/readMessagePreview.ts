import type { PayloadRequest } from "payload";
import { type MessageStatus, messageTransitions } from "@/domain/messageStatus";
import { canTransition } from "@/domain/transition";
import { KeyturnError, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { mailFrame } from "../messages/mailFrame";
import { portsOf } from "../portsOf";
import { requireVendor } from "./requireVendor";

export type MessagePreview = {
	messageId: string;
	to: string;
	subject: string;
	status: MessageStatus;
	error: string | null;
	/** The mail without its personal link; null when it cannot be drawn, then `problem` says why. */
	body: { html: string; text: string } | null;
	problem: string | null;
	/** Whether a mail server is configured: without one a message is held. */
	canSend: boolean;
	/** The person may send it again. */
	mayResend: boolean;
};

/**
 * A message as it is rendered, for the vendor's people. The secret link stands in no record and is not minted for it.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readMessagePreview(input: { req: PayloadRequest; messageId: string }): Promise<MessagePreview> {
	const { req, messageId } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [message] = await sql<{
		to: string;
		subject: string;
		status: MessageStatus;
		error: string | null;
		template: string;
		data: unknown;
	}>(`SELECT "to", subject, status, error, template, data FROM messages WHERE id = $1::uuid`, [messageId]);
	if (!message) throw new NotFound("message");
	const { template, data, ...shown } = message;
	const { mail } = portsOf(req);
	const drawn = await mail
		.render({ template, data, ...(await mailFrame(req)) })
		.then(({ html, text }) => ({ body: { html, text }, problem: null }))
		.catch((error: unknown) => {
			if (!(error instanceof KeyturnError)) throw error;
			return { body: null, problem: error.publicMessage };
		});
	const canQueue = canTransition(messageTransitions, shown.status, "queued");
	return {
		messageId,
		...shown,
		...drawn,
		canSend: mail.send !== null,
		mayResend: canQueue && (role === "admin" || role === "ops"),
	};
}
