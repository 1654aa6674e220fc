import type { Payload } from "payload";
import { type AccountMailKind, accountMailMinutes } from "@/domain/accountMail";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { hashKey } from "../limits/limiterOf";
import { queueMessage } from "./queueMessage";

/**
 * Writes the mail that somebody asked for, if anybody has the address. Its link is minted when it is sent. A job that is
 * worked twice writes one mail: what was asked for at that moment is its key.
 */
export async function mailAccount(input: {
	payload: Payload;
	email: string;
	kind: AccountMailKind;
	askedAt: string;
}): Promise<void> {
	const { payload, email, kind, askedAt } = input;
	const req = await systemRequest(payload, "account mail");
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const [person] = await sql<{ email: string; name: string }>("SELECT email, name FROM users WHERE email = $1", [
			email,
		]);
		if (!person) return;
		await queueMessage({
			req,
			key: `${kind}:${hashKey(`${email} ${askedAt}`)}`,
			template: kind,
			to: person.email,
			casinoId: null,
			data: {
				recipientName: person.name,
				expiresAt: new Date(Date.now() + accountMailMinutes[kind] * 60_000).toISOString(),
			},
		});
	});
}
