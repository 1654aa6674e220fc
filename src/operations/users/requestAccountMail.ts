import type { PayloadRequest } from "payload";
import type { AccountMailKind } from "@/domain/accountMail";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { clientAddressOf } from "../limits/clientAddressOf";
import { spendAttempt } from "../limits/spendAttempt";

/**
 * Asks for a mail to whoever has an address: a link that signs in, or one that sets a new password. Whether anybody has it
 * is found out by the worker, so neither the answer nor its time nor a mail server that fails tells it to whoever asks.
 * @throws TooManyRequests by address and by account, known or not
 */
export async function requestAccountMail(input: {
	req: PayloadRequest;
	email: string;
	kind: AccountMailKind;
}): Promise<{ sent: true }> {
	const { req, kind } = input;
	const { payload } = req;
	const email = normaliseEmail(input.email);
	await spendAttempt({ payload, limit: "linkByAddress", key: clientAddressOf(req) });
	await spendAttempt({ payload, limit: "linkByAccount", key: email });
	await enqueue({
		sql: await sqlOf(req),
		queue: "mailAccount",
		data: { email, kind, askedAt: new Date().toISOString() },
	});
	return { sent: true };
}
