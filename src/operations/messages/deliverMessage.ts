import { randomUUID } from "node:crypto";
import type { Payload, PayloadRequest } from "payload";
import { idOf } from "@/access/actorOf";
import { asSystem } from "@/access/authority";
import type { AccountMailKind } from "@/domain/accountMail";
import { Conflict, InviteNotUsable } from "@/errors";
import type { Message } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { mintLink } from "../invites/mintLink";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { mintPasswordReset } from "../users/mintPasswordReset";
import { mintSignInLink } from "../users/mintSignInLink";
import { isTransientFailure } from "./isTransientFailure";
import { mailFrame } from "./mailFrame";
import { noMailServer } from "./queueMessage";

/** After how many refusals a message is given up and becomes a risk. */
const maxAttempts = 6;

/**
 * Sends a queued message, or holds it when no mail server is configured. A personal link is minted here and stands
 * in no record. The row is locked while it is sent, so two workers send it once; after a crash between the server's
 * yes and our record it is sent again: under the same Message-ID, or with a new link under a new one.
 *
 * @throws what may pass by itself, so that the queue tries again
 */
export async function deliverMessage({ payload, messageId }: { payload: Payload; messageId: string }): Promise<void> {
	const req = await systemRequest(payload, "deliver mail");
	const failure = await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const [row] = await sql<{ status: string }>("SELECT status FROM messages WHERE id = $1::uuid FOR UPDATE", [
			messageId,
		]);
		if (row?.status !== "queued") return null;
		const message = await payload.findByID({
			collection: slug.messages,
			id: messageId,
			depth: 0,
			...asSystem(req, "deliver mail"),
		});
		return deliver(req, message);
	});
	if (failure) throw failure;
}

/** @returns the error when the queue should try again */
async function deliver(req: PayloadRequest, message: Message): Promise<unknown> {
	const { mail } = portsOf(req);
	if (!mail.send) {
		await update(req, message.id, { status: "held", error: noMailServer });
		return null;
	}
	const link = await mintSecretLink(req, message);
	if (link && "obstacle" in link) {
		await update(req, message.id, { status: "failed", error: link.obstacle });
		return null;
	}
	const frame = await mailFrame(req);
	try {
		const rendered = await mail.render({
			template: message.template,
			// What was written when the mail was queued says when that link would have ended.
			data: link ? { ...asRecord(message.data), expiresAt: link.expiresAt } : message.data,
			secretLink: link?.url,
			...frame,
		});
		// Each link under a Message-ID of its own: only the newest works, and a mail program folds away what repeats one.
		const messageId = link ? `${message.id}.${randomUUID()}` : message.id;
		await mail.send({ ...rendered, to: message.to, messageId });
	} catch (error) {
		return recordRefusal(req, message, error);
	}
	await update(req, message.id, { status: "sent", sentAt: new Date().toISOString(), error: null });
	return null;
}

/** How the link of each mail about an account is minted. */
const accountLinks: Record<AccountMailKind, typeof mintSignInLink> = {
	sign_in_link: mintSignInLink,
	password_reset: mintPasswordReset,
};

type SecretLink = { url: string; expiresAt: string };

/** The personal link a mail carries, if it is of a kind that does; or why there can be none any more. */
async function mintSecretLink(
	req: PayloadRequest,
	message: Message,
): Promise<SecretLink | { obstacle: string } | null> {
	const inviteId = idOf(message.invite);
	if (!inviteId) {
		const mint = accountLinks[message.template as AccountMailKind];
		if (!mint) return null;
		return (await mint({ req, email: message.to })) ?? { obstacle: "Nobody has an account with this address." };
	}
	try {
		return await mintLink({ req, inviteId });
	} catch (error) {
		if (error instanceof InviteNotUsable)
			return { obstacle: "The invitation was accepted or withdrawn before this went out." };
		if (error instanceof Conflict) return { obstacle: error.publicMessage };
		throw error;
	}
}

function asRecord(data: Message["data"]): Record<string, unknown> {
	return typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
}

async function recordRefusal(req: PayloadRequest, message: Message, error: unknown): Promise<unknown> {
	const attempts = (message.attempts ?? 0) + 1;
	const cause = error instanceof Error ? error.message : String(error);
	if (isTransientFailure(error) && attempts < maxAttempts) {
		await update(req, message.id, { attempts, error: cause });
		return error;
	}
	await update(req, message.id, { status: "failed", attempts, error: cause });
	await raiseRisk({
		req,
		key: `message-failed:${message.id}`,
		kind: "message_failed",
		severity: "medium",
		title: `“${message.subject}” was not delivered`,
		detail: `${cause} Correct the address, then send it again from the message.`,
		casinoId: idOf(message.casino),
	});
	return null;
}

async function update(
	req: PayloadRequest,
	id: string,
	data: Partial<Pick<Message, "status" | "sentAt" | "error" | "attempts">>,
) {
	await req.payload.update({ collection: slug.messages, id, data, depth: 0, ...asSystem(req, "deliver mail") });
}
