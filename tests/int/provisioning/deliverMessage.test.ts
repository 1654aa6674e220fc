import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner } from "../../harness/asOwner";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { refusal, startMailServer } from "../../harness/mailServer";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { openRisks, query } from "../payments/stage";

let keyturn: Keyturn;
let server: Awaited<ReturnType<typeof startMailServer>>;
/** What the server answers to the next recipients, first in first out; nothing: yes. */
const answers: (Error | null)[] = [];
/** What happens when the server has a mail and has not said yes. */
let beforeYes: () => Promise<unknown> = async () => {};

beforeAll(async () => {
	server = await startMailServer({ onRcptTo: (_address, _session, done) => done(answers.shift() ?? null) }, async () =>
		beforeYes(),
	);
	keyturn = await startKeyturn({
		environment: { SMTP_URL: server.smtpUrl, MAIL_FROM: "Keyturn <onboarding@vendor.example>" },
	});
});
afterAll(async () => {
	await keyturn?.stop();
	await server?.stop();
});

type Row = { status: string; attempts: number; error: string | null; sent: boolean; data: string };
const rowOf = async (id: string) =>
	(
		await query<Row>(
			keyturn,
			"SELECT status::text, attempts::int, error, sent_at IS NOT NULL AS sent, data::text FROM messages WHERE id = $1",
			[id],
		)
	)[0];

async function deliver(messageId: string) {
	const { deliverMessage } = await import("@/operations/messages/deliverMessage");
	return deliverMessage({ payload: keyturn.payload, messageId });
}

let written = 0;
async function write({ casino }: CustomerSetup, template = "check_in", data: Record<string, unknown> = {}) {
	const { queueMessage } = await import("@/operations/messages/queueMessage");
	const { inTransaction } = await import("@/operations/inTransaction");
	const req = await keyturn.requestOf();
	const { messageId } = await inTransaction(req, () =>
		queueMessage({
			req,
			key: `test:${++written}`,
			template,
			to: "ada@casino.example",
			casinoId: casino.id,
			data: {
				casinoName: casino.name,
				recipientName: "Ada",
				day: 1,
				hasSignedIn: true,
				signInUrl: "http://localhost:3000/sign-in",
				contact: null,
				...data,
			},
		}),
	);
	return messageId;
}

test("a message is sent once, however many workers take it", async () => {
	const id = await write(await createCustomerSetup(keyturn));
	const before = server.received.length;
	await Promise.all([deliver(id), deliver(id), deliver(id)]);
	expect(server.received.length - before).toBe(1);
	expect(server.received.at(-1)?.recipients).toEqual(["ada@casino.example"]);
	expect(server.received.at(-1)?.mail.messageId).toBe(`<${id}@vendor.example>`);
	expect(await rowOf(id)).toMatchObject({ status: "sent", sent: true, error: null });
});

test("a message with the same key is written once, by two writers at once too", async () => {
	const setup = await createCustomerSetup(keyturn);
	const { queueMessage } = await import("@/operations/messages/queueMessage");
	const { inTransaction } = await import("@/operations/inTransaction");
	const one = async () => {
		const req = await keyturn.requestOf();
		const data = {
			casinoName: "A",
			recipientName: "A",
			day: 1,
			hasSignedIn: true,
			signInUrl: "http://a.example",
			contact: null,
		};
		const message = {
			key: "the same",
			template: "check_in",
			to: "ada@casino.example",
			casinoId: setup.casino.id,
			data,
		};
		return inTransaction(req, () => queueMessage({ req, ...message }));
	};
	const [first, second] = await Promise.all([one(), one()]);
	expect(first.messageId).toBe(second.messageId);
});

test("a server that says later is asked again, and the message goes out then", async () => {
	const id = await write(await createCustomerSetup(keyturn));
	answers.push(refusal(451, "greylisted, come back"));
	await expect(deliver(id)).rejects.toThrow(/greylisted/);
	expect(await rowOf(id)).toMatchObject({
		status: "queued",
		attempts: 1,
		error: expect.stringContaining("greylisted"),
	});
	await deliver(id);
	expect(await rowOf(id)).toMatchObject({ status: "sent", error: null });
});

test("a server that goes on saying later is given up after six attempts", async () => {
	const id = await write(await createCustomerSetup(keyturn));
	answers.push(...Array.from({ length: 6 }, () => refusal(451, "come back")));
	for (let attempt = 1; attempt <= 5; attempt++) await expect(deliver(id)).rejects.toThrow();
	await deliver(id);
	expect(await rowOf(id)).toMatchObject({ status: "failed", attempts: 6 });
});

test("a server that says never fails the message, and a person is called", async () => {
	const setup = await createCustomerSetup(keyturn);
	const id = await write(setup);
	answers.push(refusal(550, "no such mailbox"));
	await deliver(id);
	expect(await rowOf(id)).toMatchObject({
		status: "failed",
		attempts: 1,
		error: expect.stringContaining("no such mailbox"),
	});
	expect(await openRisks(keyturn, setup.casino.id)).toEqual(["message_failed"]);
});

test("a message that cannot be rendered is given up like one that cannot be sent", async () => {
	const id = await write(await createCustomerSetup(keyturn));
	await query(keyturn, "UPDATE messages SET template = 'gone', attempts = 5 WHERE id = $1", [id]);
	await deliver(id);
	expect(await rowOf(id)).toMatchObject({ status: "failed" });
});

async function invite() {
	const { asSystem } = await import("@/access/authority");
	const setup = await createCustomerSetup(keyturn);
	const created = await keyturn.payload.create({
		collection: "staff-invites",
		data: {
			casino: setup.casino.id,
			email: setup.adminContact.email,
			name: "Ada Admin",
			role: "casino_admin",
		} as never,
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	const [message] = await query<{ id: string }>(keyturn, "SELECT id FROM messages WHERE invite_id = $1", [created.id]);
	return { ...setup, inviteId: created.id, messageId: message?.id ?? "" };
}

test("an invitation's link is made when the mail goes out, works once, and stands in no record", async () => {
	const { adminContact, messageId } = await invite();
	await deliver(messageId);
	const mail = server.received.at(-1);
	expect(mail?.recipients).toEqual([adminContact.email]);
	const token = /\/invite#([\w-]{43})/.exec(mail?.mail.text ?? "")?.[1] ?? "";
	expect(token).toHaveLength(43);
	const accept = () =>
		keyturn.rest("POST", "/invites/accept", {
			body: { token, name: "Ada Admin", password: "turn the key, twice over" },
		});
	expect((await accept()).status).toBe(200);
	expect((await accept()).status).toBe(410);
	expect((await keyturn.signIn(adminContact.email, "turn the key, twice over")).token).toEqual(expect.any(String));
	const kept = await query<{ table: string }>(
		keyturn,
		`SELECT 'messages' AS table FROM messages m WHERE m::text LIKE '%' || $1 || '%'
		 UNION ALL SELECT 'audit_entries' FROM audit_entries a WHERE a::text LIKE '%' || $1 || '%'
		 UNION ALL SELECT 'staff_invites' FROM staff_invites i WHERE i::text LIKE '%' || $1 || '%'
		 UNION ALL SELECT 'job' FROM pgboss.job j WHERE j::text LIKE '%' || $1 || '%'`,
		[token],
	);
	expect(kept).toEqual([]);
});

const letLeaseEnd = (id: string) =>
	query(keyturn, "UPDATE messages SET lease_until = now() - interval '1 second' WHERE id = $1", [id]);

test("while the mail server thinks, no transaction is open, nobody else sends, and lost sessions send nothing twice", async () => {
	const id = await write(await createCustomerSetup(keyturn));
	const before = server.received.length;
	const seen: unknown[] = [];
	beforeYes = async () => {
		beforeYes = async () => {};
		const idle =
			"SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND xact_start < now() - interval '1 ms'";
		seen.push(await query(keyturn, `${idle} AND pid <> pg_backend_pid()`), await rowOf(id));
		await deliver(id);
		await query(
			keyturn,
			"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
		);
	};
	await deliver(id);
	expect(seen).toEqual([[], expect.objectContaining({ status: "queued", attempts: 1 })]);
	expect(await rowOf(id)).toMatchObject({ status: "sent", attempts: 1, error: null });
	await letLeaseEnd(id);
	await deliver(id);
	expect(server.received.length - before).toBe(1);
});

test("a message whose process dies in each try is given up after six, and a person is called", async () => {
	const setup = await createCustomerSetup(keyturn);
	const id = await write(setup);
	const { claimMessage } = await import("@/operations/messages/messageClaim");
	const before = server.received.length;
	for (let death = 1; death <= 6; death++) {
		await claimMessage({ req: await keyturn.requestOf(), messageId: id });
		await letLeaseEnd(id);
	}
	await deliver(id);
	expect(server.received.length).toBe(before);
	expect(await rowOf(id)).toMatchObject({
		status: "failed",
		attempts: 6,
		error: "The process that sent it ended before the mail server answered, in try 6 of 6.",
	});
	expect(await openRisks(keyturn, setup.casino.id)).toEqual(["message_failed"]);
});

/** Sends, and dies between the mail server's yes and our record; then another worker takes it. */
async function deliverTwice(messageId: string) {
	const before = server.received.length;
	await asOwner(
		keyturn,
		`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the worker died'; END $$`,
	);
	await asOwner(
		keyturn,
		"CREATE TRIGGER die BEFORE UPDATE ON messages FOR EACH ROW WHEN (NEW.status = 'sent') EXECUTE FUNCTION die()",
	);
	try {
		await expect(deliver(messageId)).rejects.toThrow();
	} finally {
		await asOwner(keyturn, "DROP FUNCTION die CASCADE");
	}
	await letLeaseEnd(messageId);
	await deliver(messageId);
	expect(await rowOf(messageId)).toMatchObject({ status: "sent" });
	return server.received.slice(before).map(({ mail }) => mail);
}

test("a mail that is sent again after a crash repeats its Message-ID, by which the receiver knows it", async () => {
	const mails = await deliverTwice(await write(await createCustomerSetup(keyturn)));
	expect(mails).toHaveLength(2);
	expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
});

test("a link that is sent again after a crash is another one, under a Message-ID of its own, and works", async () => {
	const { messageId } = await invite();
	const mails = await deliverTwice(messageId);
	const tokens = mails.map(({ text }) => /\/invite#([\w-]{43})/.exec(text ?? "")?.[1] ?? "");
	expect(new Set(tokens).size).toBe(2);
	for (const mail of mails) expect(mail.messageId).toMatch(new RegExp(`^<${messageId}\\.[\\w-]+@vendor\\.example>$`));
	expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(2);
	const accept = (token: string | undefined) =>
		keyturn.rest("POST", "/invites/accept", {
			body: { token, name: "Ada Admin", password: "turn the key, twice over" },
		});
	expect((await accept(tokens[0])).status).not.toBe(200);
	expect((await accept(tokens[1])).status).toBe(200);
});

test("an invitation that was withdrawn before its mail went out is not mailed", async () => {
	const { inviteId, messageId } = await invite();
	await query(keyturn, "UPDATE staff_invites SET status = 'revoked' WHERE id = $1", [inviteId]);
	const before = server.received.length;
	await deliver(messageId);
	expect(server.received.length).toBe(before);
	expect(await rowOf(messageId)).toMatchObject({ status: "failed", error: expect.stringContaining("withdrawn") });
});

test("an invitation that a newer one has replaced is not mailed, nor tried for ever", async () => {
	const { inviteId, messageId, casino, adminContact } = await invite();
	await query(keyturn, "UPDATE staff_invites SET status = 'expired' WHERE id = $1", [inviteId]);
	const { asSystem } = await import("@/access/authority");
	await keyturn.payload.create({
		collection: "staff-invites",
		data: { casino: casino.id, email: adminContact.email, name: "Ada Admin", role: "casino_admin" } as never,
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	await deliver(messageId);
	expect(await rowOf(messageId)).toMatchObject({ status: "failed", error: expect.stringContaining("newer") });
});
