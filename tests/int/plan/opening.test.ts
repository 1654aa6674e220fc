import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contract, Onboarding } from "@/payload-types";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let ops: Person;
let setup: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	setup = await createCustomerSetup(keyturn);
});
afterAll(() => keyturn.stop());

type Client = { query(...args: unknown[]): unknown; isWatched?: true };

/** What the server is asked on every connection while work is done. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	const said: string[] = [];
	const pool = keyturn.payload.db.pool as unknown as { connect(...args: unknown[]): unknown };
	const connect = pool.connect.bind(pool);
	const watch = (client: Client) => {
		if (client.isWatched) return client;
		client.isWatched = true;
		const ask = client.query;
		client.query = (...args) => {
			const text = typeof args[0] === "string" ? args[0] : (args[0] as { text?: string }).text;
			said.push(String(text).trim());
			return ask.apply(client, args);
		};
		return client;
	};
	pool.connect = (callback?: unknown) =>
		typeof callback === "function"
			? connect((error: unknown, client: Client | undefined, release: unknown) =>
					callback(error, client && watch(client), release),
				)
			: (connect() as Promise<Client>).then(watch);
	try {
		await work();
	} finally {
		pool.connect = connect;
	}
	return said;
}

const countItems = async (onboarding: string) =>
	Number(
		(
			await query<{ n: string }>(keyturn, "SELECT count(*) AS n FROM checklist_items WHERE onboarding_id = $1", [
				onboarding,
			])
		)[0]?.n,
	);

test("opening is one transaction of at most ten statements, for a whole playbook", async () => {
	let opened: Onboarding | undefined;
	const said = await statementsOf(async () => {
		const answer = await keyturn.rest("POST", "/onboardings?depth=0", {
			as: ops,
			body: { casino: setup.casino.id, gateStandard: "paid" },
		});
		expect(answer.status).toBe(201);
		opened = (answer.body as { doc: Onboarding }).doc;
	});
	expect(await countItems(opened?.id ?? "")).toBe(87);
	const begin = said.findIndex((text) => /^begin/i.test(text));
	const inside = said.slice(
		begin + 1,
		said.findIndex((text) => /^commit/i.test(text)),
	);
	expect(inside.filter((text) => /^begin/i.test(text))).toEqual([]);
	expect(inside.length, inside.join("\n")).toBeLessThanOrEqual(10);
});

test("from a signed contract: the onboarding is opened once for it, with its customer and its gate looked at", async () => {
	const made = await keyturn.rest("POST", "/contracts?depth=0", {
		as: ops,
		body: { casino: setup.casino.id, type: "order_form", status: "draft", sites: 1 },
	});
	const { id } = (made.body as { doc: Contract }).doc;
	const open = (as: Person | undefined) =>
		keyturn.rest("POST", `/contracts/${id}/onboarding`, { as, body: { goLiveAt: "2027-03-01T12:00:00.000Z" } });
	const customer = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
	expect([(await open(undefined)).status, (await open(customer)).status]).toEqual([401, 403]);
	const answers = [await open(ops), await open(ops)];
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	const [one, other] = answers.map(({ body }) => (body as { onboarding: string }).onboarding);
	expect(other).toBe(one);
	const [contract] = await query<{ onboarding: string }>(
		keyturn,
		"SELECT onboarding_id AS onboarding FROM contracts WHERE id = $1",
		[id],
	);
	expect(contract?.onboarding).toBe(one);
	expect(await countItems(one ?? "")).toBe(87);
	const missing = await keyturn.rest("POST", "/contracts/00000000-0000-4000-8000-000000000000/onboarding", {
		as: ops,
		body: {},
	});
	expect(missing.status).toBe(404);
});

test("a contract's page tells its onboarding, the customer's others, and to whom it offers to open one", async () => {
	const { readContractOnboardings } = await import("@/operations/views/readContractOnboardings");
	const manager = await createVendor(keyturn, "manager");
	const own = await createCustomerSetup(keyturn);
	const read = async (contractId: string, as: Person = ops) =>
		readContractOnboardings({ req: await keyturn.requestOf(as.user), contractId });
	const bound = await read(own.orderForm.id);
	expect(bound.onboardings.map(({ id, isOwn }) => [id, isOwn])).toEqual([[own.onboarding.id, true]]);
	expect(bound.mayOpen).toBe(false);
	const made = await keyturn.rest("POST", "/contracts?depth=0", {
		as: ops,
		body: { casino: own.casino.id, type: "support", status: "sent" },
	});
	const { id } = (made.body as { doc: Contract }).doc;
	const loose = await read(id);
	expect(loose.onboardings.map((one) => [one.id, one.isOwn])).toEqual([[own.onboarding.id, false]]);
	expect(loose.onboardings[0]).toMatchObject({
		status: "open",
		phase: expect.any(String),
		playbook: expect.any(String),
	});
	expect(loose.playbooks[0]).toMatchObject({ name: "Casino floor", version: 1 });
	expect([loose.mayOpen, (await read(id, manager)).mayOpen]).toEqual([true, false]);
	await keyturn.rest("PATCH", `/contracts/${id}?depth=0`, { as: ops, body: { status: "expired" } });
	expect((await read(id)).mayOpen).toBe(false);
	const refused = await keyturn.rest("POST", `/contracts/${id}/onboarding`, { as: ops, body: {} });
	expect(refused.status).toBe(409);
	await expect(read("00000000-0000-4000-8000-000000000000")).rejects.toThrow(/no such contract/);
});
