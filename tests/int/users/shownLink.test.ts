import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Casino } from "@/payload-types";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { codeOf, goodPassword, rowsOf } from "../invites/inviteWorld";
import { accountOf, createBy, deliverTo, enterByLink, nextEmail, type Sent, turnMailOn } from "./accountWorld";

let keyturn: Keyturn;
let casino: Casino;
let admin: Person;
let ops: Person;
let customer: Person;
let sent: Sent[];

beforeAll(async () => {
	keyturn = await startKeyturn();
	casino = (await createCustomerSetup(keyturn)).casino;
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["executive_sponsor"] }]);
	sent = turnMailOn(keyturn);
});
afterAll(() => keyturn.stop());

const post = (path: string, body: object, as?: Person | { token: string }) => keyturn.rest("POST", path, { body, as });
describe("a link that is shown", () => {
	test.each([
		["admin", 200],
		["ops", 403],
		["customer", 403],
		["nobody", 401],
	] as const)("is answered to %s with %i, and audited", async (who, status) => {
		const senders = { admin, ops, customer, nobody: undefined };
		const { id } = await accountOf(keyturn, await createBy(keyturn, admin));
		const answer = await post(`/users/${id}/link`, {}, senders[who]);
		expect([answer.status, Object.keys(answer.body as object)]).toEqual([
			status,
			status === 200 ? ["url", "expiresAt"] : ["errors"],
		]);
		const audited = "SELECT actor FROM audit_entries WHERE action = 'account.link_minted' AND document = $1";
		expect(await rowsOf(keyturn, audited, [id])).toEqual(status === 200 ? [{ actor: `user:${admin.user.id}` }] : []);
	});

	test("of a missing account is 404, of one's own 409, of no id 400", async () => {
		const ask = async (id: string) => (await post(`/users/${id}/link`, {}, admin)).status;
		expect([await ask(crypto.randomUUID()), await ask(admin.user.id), await ask("nonsense")]).toEqual([404, 409, 400]);
	});

	test("leaves the account unproved and its maker behind it, also where it was proved; sessions and the old link die", async () => {
		const person = await createCustomer(keyturn, [{ casino: casino.id, roles: ["cashier"] }]);
		const { body } = await post(`/users/${person.user.id}/link`, {}, admin);
		const old = new URL((body as { url: string }).url).hash.slice(1);
		const entered = await enterByLink(keyturn, admin, person.email, goodPassword);
		expect([entered.status, (entered.body as { user: { name: string } }).user.name]).toEqual([200, person.user.name]);
		expect(codeOf((await post("/invites/look", { token: old })).body)).toBe("invite_unknown");
		expect(await accountOf(keyturn, person.email)).toMatchObject({
			isProved: false,
			createdBy: admin.user.id,
			sessions: 1,
		});
		expect((await keyturn.rest("GET", "/users/me", { as: person })).body).toMatchObject({ user: null });
	});

	test("of an invitation leaves the account unproved, of a mailed one proved", async () => {
		const [shown, mailed] = [nextEmail(), nextEmail()];
		for (const [email, isShown] of [
			[shown, true],
			[mailed, false],
		] as const) {
			const data = { casino: casino.id, email, role: "cashier" };
			const { id } = ((await post("/staff-invites?depth=0", data, ops)).body as { doc: { id: string } }).doc;
			const url = isShown ? ((await post(`/staff-invites/${id}/link`, {}, admin)).body as { url: string }).url : null;
			const token = url ? new URL(url).hash.slice(1) : await deliverTo(keyturn, sent, email);
			expect((await post("/invites/accept", { token, name: "Ivy", password: goodPassword })).status).toBe(200);
		}
		expect(await accountOf(keyturn, shown)).toMatchObject({ isProved: false, createdBy: admin.user.id });
		expect(await accountOf(keyturn, mailed)).toMatchObject({ isProved: true, createdBy: ops.user.id });
	});

	test.each([
		["an invitation", "/staff-invites", (email: string) => ({ casino: casino.id, email, role: "cashier" })],
		["an account", "/users", (email: string) => ({ name: "Nia New", email })],
	])(
		"of %s is not ended by the mail that was to bring another; sent again, the mail ends it",
		async (_, path, data) => {
			const email = nextEmail();
			const { id } = ((await post(`${path}?depth=0`, data(email), ops)).body as { doc: { id: string } }).doc;
			const tokenOf = ({ body }: { body: unknown }) => new URL((body as { url: string }).url).hash.slice(1);
			const shown = tokenOf(await post(`${path}/${id}/link`, {}, admin));
			expect(await deliverTo(keyturn, sent, email)).toBe("");
			expect((await post("/invites/look", { token: shown })).status).toBe(200);
			const read = 'SELECT id, status, error FROM messages WHERE "to" = $1';
			expect(await rowsOf(keyturn, read, [email])).toMatchObject([
				{ status: "failed", error: "Not sent: a link was handed over instead." },
			]);
			expect((await post(`${path}/${id}/${path === "/users" ? "invite" : "resend"}`, {}, ops)).status).toBe(200);
			expect(await deliverTo(keyturn, sent, email)).not.toBe("");
			expect(codeOf((await post("/invites/look", { token: shown })).body)).toBe("invite_unknown");
		},
	);

	test("is not ended by a mail that is being written at the same time", async () => {
		const { deliverMessage } = await import("@/operations/messages/deliverMessage");
		const email = nextEmail();
		const data = { casino: casino.id, email, role: "cashier" };
		const { id } = ((await post("/staff-invites?depth=0", data, ops)).body as { doc: { id: string } }).doc;
		const [mail] = await rowsOf<{ id: string }>(keyturn, 'SELECT id FROM messages WHERE "to" = $1', [email]);
		const handing = await keyturn.payload.db.pool.connect();
		await handing.query("BEGIN");
		await handing.query("UPDATE staff_invites SET token_hash = 'shown' WHERE id = $1", [id]);
		const delivery = deliverMessage({ payload: keyturn.payload, messageId: mail?.id ?? "" });
		const waits = "SELECT 1 FROM messages WHERE id = $1 AND claim IS NOT NULL";
		await expect.poll(() => rowsOf(keyturn, waits, [mail?.id])).toHaveLength(1);
		await handing.query("UPDATE messages SET status = 'failed', claim = NULL WHERE id = $1", [mail?.id]);
		await handing.query("COMMIT");
		handing.release();
		await delivery;
		expect(sent.filter(({ to }) => to === email)).toEqual([]);
		const kept = "SELECT token_hash AS token FROM staff_invites WHERE id = $1";
		expect(await rowsOf(keyturn, kept, [id])).toEqual([{ token: "shown" }]);
	});
});
