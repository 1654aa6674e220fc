import { setTimeout as sleep } from "node:timers/promises";
import type { Payload, PayloadRequest } from "payload";
import { idOf } from "@/access/actorOf";
import type { AccountMailKind } from "@/domain/accountMail";
import { Conflict, InviteNotUsable } from "@/errors";
import type { Message } from "@/payload-types";
import { isTransient } from "@/provisioning/engine/judgeFailure";
import { whileRenewing } from "@/provisioning/engine/whileRenewing";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { mintLink } from "../invites/mintLink";
import { portsOf } from "../portsOf";
import { mintFirstLink } from "../users/mintAccountLink";
import { mintMailedLink } from "../users/mintMailedLink";
import { isTransientFailure } from "./isTransientFailure";
import { mailFrame } from "./mailFrame";
import {
	type ClaimedMessage,
	claimMessage,
	finishMessage,
	giveUpMessage,
	isClaimed,
	maxAttempts,
	renewMessage,
} from "./messageClaim";

/** How long a mail that was accepted waits for the database, to be recorded as sent. */
const recordTries = 120;
const recordPauseMs = 1000;

/**
 * Sends a queued message, or holds it when no mail server is configured. A personal link is minted here and stands
 * in no record.
 *
 * The message is claimed and its try counted in a transaction that ends before the mail server is spoken to: a slow server
 * holds no lock and no session, and the claim is renewed for as long as it takes. Of two workers one sends. What the server
 * accepted is recorded until that is committed. Only a process that dies between the server's yes and that record leaves
 * the outcome unknown, and SMTP has no way to ask: the message is sent again then, under the same Message-ID, or with a
 * new link under a new one.
 *
 * @throws what may pass by itself, so that the queue tries again
 */
export async function deliverMessage({ payload, messageId }: { payload: Payload; messageId: string }): Promise<void> {
	const req = await systemRequest(payload, "deliver mail");
	const message = await claimMessage({ req, messageId });
	if (!message) return;
	await whileRenewing(
		() => renewMessage({ payload, message }),
		async () => {
			const outcome = await send(req, message).catch((error: unknown) => ({ status: "refused" as const, error }));
			if (outcome.status === "refused") return recordRefusal(req, message, outcome.error);
			await record(payload, message, outcome);
		},
	);
}

type Outcome = { status: "sent"; sentAt: string; error: null } | { status: "failed"; error: string };

/** In no transaction. */
async function send(req: PayloadRequest, claimed: ClaimedMessage): Promise<Outcome> {
	const { message, claim } = claimed;
	const { mail } = portsOf(req);
	if (!mail.send) throw new Error(`Message ${message.id} was claimed without a mail server.`);
	const link = await inTransaction(req, async () => {
		const minted = await mintSecretLink(req, message);
		// Minting waits for whoever hands a link over at the same time: theirs stays the newest, and this one is rolled back.
		if (minted && !(await isClaimed(req, claimed))) throw new Conflict("The message does not wait any more.");
		return minted;
	});
	if (link && "obstacle" in link) return { status: "failed", error: link.obstacle };
	const rendered = await mail.render({
		template: message.template,
		// What was written when the mail was queued says when that link would have ended.
		data: link ? { ...asRecord(message.data), expiresAt: link.expiresAt } : message.data,
		secretLink: link?.url,
		...(await mailFrame(req)),
	});
	// Each link under a Message-ID of its own: only the newest works, and a mail program folds away what repeats one.
	const messageId = link ? `${message.id}.${claim}` : message.id;
	await mail.send({ ...rendered, to: message.to, messageId });
	return { status: "sent", sentAt: new Date().toISOString(), error: null };
}

/** How the link of each mail about an account is minted. */
const accountLinks: Record<AccountMailKind | "account_invite", typeof mintFirstLink> = {
	account_invite: mintFirstLink,
	sign_in_link: (asked) => mintMailedLink({ ...asked, kind: "sign_in_link" }),
	password_reset: (asked) => mintMailedLink({ ...asked, kind: "password_reset" }),
};

type SecretLink = { url: string; expiresAt: string };

/** The personal link a mail carries, if it is of a kind that does; or why there can be none any more. */
async function mintSecretLink(
	req: PayloadRequest,
	message: Message,
): Promise<SecretLink | { obstacle: string } | null> {
	const inviteId = idOf(message.invite);
	if (!inviteId) {
		const mint = accountLinks[message.template as keyof typeof accountLinks];
		if (!mint) return null;
		return (
			(await mint({ req, email: message.to })) ?? { obstacle: "No account with this address waits for this link." }
		);
	}
	try {
		return await mintLink({ req, inviteId, isMailed: true });
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

/** Tries until it is committed: a database that is away for a moment must not have an accepted mail sent again. */
async function record(payload: Payload, message: ClaimedMessage, outcome: Outcome): Promise<void> {
	const { id } = message.message;
	for (let attempt = 1; ; attempt++) {
		try {
			const req = await systemRequest(payload, "deliver mail");
			const isOurs = await inTransaction(req, () => finishMessage(req, message, outcome));
			// Payload reports a COMMIT whose answer was lost as done: what is stored says whether it was.
			const [row] = await (await sqlOf({ payload }))("SELECT status FROM messages WHERE id = $1::uuid", [id]);
			if (!isOurs || row?.status === outcome.status) return;
		} catch (error) {
			if (!isTransient(error) || attempt === recordTries) throw error;
		}
		await sleep(recordPauseMs);
	}
}

/** @throws the error when the queue should try again: not where the message is another's to send, or nobody's any more */
async function recordRefusal(req: PayloadRequest, message: ClaimedMessage, error: unknown): Promise<void> {
	const cause = error instanceof Error ? error.message : String(error);
	const isLast = !isTransientFailure(error) || message.attempts >= maxAttempts;
	if (isLast) return inTransaction(req, () => giveUpMessage(req, message, cause));
	if (await inTransaction(req, () => finishMessage(req, message, { error: cause }))) throw error;
}
