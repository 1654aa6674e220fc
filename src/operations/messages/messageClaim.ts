import { randomUUID } from "node:crypto";
import type { Payload, PayloadRequest } from "payload";
import { idOf } from "@/access/actorOf";
import { asSystem } from "@/access/authority";
import type { Message } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { noMailServer } from "./queueMessage";

/** After how many tries a message is given up and becomes a risk. */
export const maxAttempts = 6;
/** How long a process that sends a message may be silent before another sends it. */
const leaseSeconds = 20;

export type ClaimedMessage = { message: Message; claim: string; attempts: number };

/**
 * Takes a queued message for one process and counts the try, committed before anything is sent: a process that dies
 * has used the try up.
 * @returns null when another sends it, when it does not wait any more, or when there is nothing to send it with
 */
export async function claimMessage(input: { req: PayloadRequest; messageId: string }): Promise<ClaimedMessage | null> {
	const { req, messageId } = input;
	return inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const claim = randomUUID();
		const [row] = await sql<{ before: number }>(
			`UPDATE messages SET claim = $2, lease_until = now() + $3 * interval '1 second', attempts = coalesce(attempts, 0) + 1
			 WHERE id = $1::uuid AND status = 'queued' AND coalesce(lease_until, '-infinity') <= now()
			 RETURNING (attempts - 1)::int AS before`,
			[messageId, claim, leaseSeconds],
		);
		if (!row) return null;
		const message = await req.payload.findByID({
			collection: slug.messages,
			id: messageId,
			depth: 0,
			...asSystem(req, "deliver mail"),
		});
		const claimed = { message, claim, attempts: row.before + 1 };
		if (!portsOf(req).mail.send) {
			await finishMessage(req, claimed, { status: "held", error: noMailServer, attempts: row.before });
			return null;
		}
		if (row.before >= maxAttempts) {
			const cause = `The process that sent it ended before the mail server answered, in try ${row.before} of ${maxAttempts}.`;
			await giveUpMessage(req, { ...claimed, attempts: row.before }, cause);
			return null;
		}
		return claimed;
	});
}

/** Keeps the claim for another lease. */
export async function renewMessage(input: { payload: Payload; message: ClaimedMessage }): Promise<void> {
	const sql = await sqlOf(input);
	await sql("UPDATE messages SET lease_until = now() + $3 * interval '1 second' WHERE id = $1::uuid AND claim = $2", [
		input.message.message.id,
		input.message.claim,
		leaseSeconds,
	]);
}

/** Whether the message is still this process's to send, as far as the caller's transaction sees. */
export async function isClaimed(req: PayloadRequest, { message, claim }: ClaimedMessage): Promise<boolean> {
	const sql = await sqlOf(req);
	return (await sql("SELECT 1 FROM messages WHERE id = $1::uuid AND claim = $2", [message.id, claim])).length > 0;
}

/**
 * Writes what came of a try and ends the claim, in the caller's transaction.
 * @returns false when the claim was lost: nothing is written then
 */
export async function finishMessage(
	req: PayloadRequest,
	{ message, claim }: ClaimedMessage,
	outcome: Partial<Pick<Message, "status" | "sentAt" | "error" | "attempts">>,
): Promise<boolean> {
	const sql = await sqlOf(req);
	const held = await sql("SELECT 1 FROM messages WHERE id = $1::uuid AND claim = $2 FOR NO KEY UPDATE", [
		message.id,
		claim,
	]);
	if (held.length === 0) return false;
	await req.payload.update({
		collection: slug.messages,
		id: message.id,
		data: { ...outcome, claim: null, leaseUntil: null },
		depth: 0,
		...asSystem(req, "deliver mail"),
	});
	return true;
}

/** Ends a message that was tried often enough, and calls a person. In the caller's transaction. */
export async function giveUpMessage(req: PayloadRequest, claimed: ClaimedMessage, cause: string): Promise<void> {
	const { message, attempts } = claimed;
	if (!(await finishMessage(req, claimed, { status: "failed", attempts, error: cause }))) return;
	await raiseRisk({
		req,
		key: `message-failed:${message.id}`,
		kind: "message_failed",
		severity: "medium",
		title: `“${message.subject}” was not delivered`,
		detail: `${cause} Correct the address, then send it again from the message.`,
		casinoId: idOf(message.casino),
	});
}
