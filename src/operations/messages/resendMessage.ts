import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { type MessageStatus, messageTransitions } from "@/domain/messageStatus";
import { assertTransition } from "@/domain/transition";
import { NotFound } from "@/errors";
import { enqueue } from "@/queue/enqueue";
import { endJob } from "@/queue/jobStarts";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { resolveRisk } from "../risks/resolveRisk";

/**
 * Queues a message that failed or was held, to be sent again. In the caller's transaction.
 * @throws NotFound; TransitionRefused when it was sent or waits already
 */
export async function resendMessage(input: { req: PayloadRequest; messageId: string }): Promise<{ status: "queued" }> {
	const { req, messageId } = input;
	const sql = await sqlOf(req);
	const [message] = await sql<{ status: MessageStatus }>("SELECT status FROM messages WHERE id = $1::uuid FOR UPDATE", [
		messageId,
	]);
	if (!message) throw new NotFound("message");
	assertTransition({ noun: "message", table: messageTransitions, from: message.status, to: "queued" });
	await req.payload.update({
		collection: slug.messages,
		id: messageId,
		data: { status: "queued", attempts: 0, error: null },
		depth: 0,
		...asSystem(req, "sent again by hand"),
	});
	await resolveRisk({ req, key: `message-failed:${messageId}`, resolution: "The message was sent again." });
	await endJob({ sql, queue: "deliverMessage", key: messageId });
	await enqueue({ sql, queue: "deliverMessage", data: { messageId } });
	return { status: "queued" };
}
