import type { RenderedMessage } from "@/provisioning/ports";
import type { Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { workQueues } from "../../harness/workQueues";
import { rowsOf } from "../invites/inviteWorld";

export type Sent = RenderedMessage & { to: string };

/** Mail that goes out is kept here. */
export function turnMailOn(keyturn: Keyturn): Sent[] {
	const sent: Sent[] = [];
	keyturn.ports.mail = { ...keyturn.ports.mail, send: async (mail) => void sent.push(mail) };
	return sent;
}

export function turnMailOff(keyturn: Keyturn): void {
	keyturn.ports.mail = { ...keyturn.ports.mail, send: null };
}

/** Delivers what waits, as the worker does, and gives the token of the last mail to this address. */
export async function deliverTo(keyturn: Keyturn, sent: readonly Sent[], to: string): Promise<string> {
	const { deliverMessage } = await import("@/operations/messages/deliverMessage");
	await workQueues(keyturn, ["mailAccount"]);
	for (const { id } of await rowsOf<{ id: string }>(keyturn, "SELECT id FROM messages WHERE status = 'queued'")) {
		await deliverMessage({ payload: keyturn.payload, messageId: id });
	}
	const mail = sent.filter((one) => one.to === to).at(-1);
	return mail?.text.match(/#([A-Za-z0-9_-]{43})/)?.[1] ?? "";
}

export type Account = {
	id: string;
	createdBy: string | null;
	isProved: boolean;
	hasPassword: boolean;
	sessions: number;
};

export async function accountOf(keyturn: Keyturn, email: string): Promise<Account> {
	const [account] = await rowsOf<Account>(
		keyturn,
		`SELECT id, created_by_id AS "createdBy", address_proved_at IS NOT NULL AS "isProved", hash IS NOT NULL AS "hasPassword",
			(SELECT count(*)::int FROM users_sessions s WHERE s._parent_id = u.id) AS sessions
		 FROM users u WHERE email = $1`,
		[email],
	);
	if (!account) throw new Error(`${email} has no account.`);
	return account;
}

let made = 0;
export const nextEmail = (word = "new") => `${word}-${++made}@accounts.example`;

/** An account of the vendor's, created over REST by one of its people, as a person would. */
export async function createBy(keyturn: Keyturn, as: Person, data: object = {}): Promise<string> {
	const email = nextEmail();
	const body = { name: "Nia New", email, ...data };
	const answer = await keyturn.rest("POST", "/users?depth=0", { as, body });
	if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
	return email;
}

/** Enters an account by the link an administrator was shown. */
export async function enterByLink(keyturn: Keyturn, admin: Person, email: string, password: string) {
	const { id } = await accountOf(keyturn, email);
	const { body } = await keyturn.rest("POST", `/users/${id}/link`, { as: admin, body: {} });
	const token = new URL((body as { url: string }).url).hash.slice(1);
	return keyturn.rest("POST", "/invites/accept", { body: { token, name: "Nia New", password } });
}

/** Lets an account's address have been proved that long ago. */
export const proveAgo = (keyturn: Keyturn, email: string, hours: number) =>
	rowsOf(keyturn, "UPDATE users SET address_proved_at = now() - $2 * interval '1 hour' WHERE email = $1", [
		email,
		hours,
	]);
