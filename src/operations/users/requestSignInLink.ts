import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { PayloadRequest } from "payload";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction } from "../inTransaction";
import { clientAddressOf } from "../limits/clientAddressOf";
import { spendAttempt } from "../limits/spendAttempt";
import { queueMessage } from "../messages/queueMessage";
import { signInLinkMinutes } from "./mintSignInLink";

/** Writing a mail takes longer than finding nobody to write to. Both answers take this long, in milliseconds. */
const answerAfter = 300;

/**
 * Mails a sign-in link to whoever has this address. Whether anybody does is not told, by the answer or by its time.
 * @throws TooManyRequests by address and by account, known or not
 */
export async function requestSignInLink({
	req,
	email,
}: {
	req: PayloadRequest;
	email: string;
}): Promise<{ sent: true }> {
	const { payload } = req;
	const to = normaliseEmail(email);
	await spendAttempt({ payload, limit: "linkByAddress", key: clientAddressOf(req) });
	await spendAttempt({ payload, limit: "linkByAccount", key: to });
	await Promise.all([sleep(answerAfter), inTransaction(req, () => writeMail(req, to))]);
	return { sent: true };
}

async function writeMail(req: PayloadRequest, to: string): Promise<void> {
	const sql = await sqlOf(req);
	const [person] = await sql<{ email: string; name: string }>("SELECT email, name FROM users WHERE email = $1", [to]);
	if (!person) return;
	await queueMessage({
		req,
		key: `sign-in-link:${randomUUID()}`,
		template: "sign_in_link",
		to: person.email,
		casinoId: null,
		data: {
			recipientName: person.name,
			expiresAt: new Date(Date.now() + signInLinkMinutes * 60_000).toISOString(),
		},
	});
}
