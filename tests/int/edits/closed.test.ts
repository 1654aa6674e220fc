import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClosedRule, closedRecords } from "@/access/closedRecords";
import { reasonedMoves } from "@/access/reasonedMoves";
import type { Slug } from "@/slugs";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { rowData } from "../access/rowData";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

const patch = (path: string, body: object, as = admin) => keyturn.rest("PATCH", path, { as, body });
const read = async (path: string) => (await keyturn.rest("GET", `${path}?depth=0`, { as: admin })).body;
type Refused = { errors: { message: string; data: { errors: { path: string; message: string }[] } }[] };
const problems = (body: unknown) => (body as Refused).errors.flatMap(({ data }) => data.errors);

test("a paid invoice's amount and a signed contract's seats stay; the refusal says what to do instead", async () => {
	const { invoice, orderForm } = await createCustomerSetup(keyturn, { invoice: { amountDue: 12_500 } });
	await query(keyturn, "UPDATE invoices SET status = 'paid', amount_paid = 12500 WHERE id = $1", [invoice.id]);

	const amount = await patch(`/invoices/${invoice.id}`, { amountDue: 1 });
	expect(amount.status).toBe(400);
	expect(problems(amount.body)).toEqual([{ path: "amountDue", message: "The record is paid. Amend the invoice." }]);
	const seats = await patch(`/contracts/${orderForm.id}`, { seats: 9, notes: "Asked for fewer" });
	expect(seats.status).toBe(400);
	expect(problems(seats.body)).toEqual([{ path: "seats", message: "The record is signed. Amend the contract." }]);
	const bulk = await patch(`/contracts?where[id][equals]=${orderForm.id}`, { seats: 9 });
	expect(bulk.status).toBe(400);

	expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ amountDue: 12_500 });
	expect(await read(`/contracts/${orderForm.id}`)).toMatchObject({ seats: 25, notes: null });
	expect(await patch(`/contracts/${orderForm.id}`, { notes: "Asked for fewer", seats: 25 })).toMatchObject({
		status: 200,
	});
});

test("an earlier version of a signed contract is not restored over its terms", async () => {
	const { orderForm } = await createCustomerSetup(keyturn, { orderForm: { status: "draft", seats: 9 } });
	const path = `/contracts/${orderForm.id}`;
	const { body } = await keyturn.rest("GET", `/contracts/versions?where[parent][equals]=${orderForm.id}`, {
		as: admin,
	});
	const [draft] = (body as { docs: { id: string }[] }).docs;
	await patch(path, { seats: 250, status: "signed" });
	const restored = await keyturn.rest("POST", `/contracts/versions/${draft?.id}`, { as: admin });
	expect(restored.status).toBe(400);
	expect(await read(path)).toMatchObject({ seats: 250, status: "signed" });
});

test("a paid invoice and a signed contract may still be linked to an onboarding, once", async () => {
	const { casino, onboarding } = await createCustomerSetup(keyturn);
	const { body } = await keyturn.rest("POST", "/contracts", {
		as: ops,
		body: { casino: casino.id, type: "msa", status: "signed" },
	});
	const { id } = (body as { doc: { id: string } }).doc;
	expect((await patch(`/contracts/${id}`, { onboarding: onboarding.id }, ops)).status).toBe(200);
	expect((await patch(`/contracts/${id}`, { onboarding: null }, ops)).status).toBe(400);
	expect((await keyturn.rest("DELETE", `/contracts/${id}`, { as: admin })).status).toBe(409);
});

test("a completed onboarding and what hangs on it are closed; notes and people are not", async () => {
	const { casino, onboarding } = await createCustomerSetup(keyturn);
	const owned = { casino: casino.id, onboarding: onboarding.id };
	const wait = await keyturn.rest("POST", "/waits", {
		as: ops,
		body: { ...owned, on: "customer", what: "A signature" },
	});
	const { id } = (wait.body as { doc: { id: string } }).doc;
	await query(keyturn, "UPDATE onboardings SET status = 'completed', completed_at = now() WHERE id = $1", [
		onboarding.id,
	]);

	const path = `/onboardings/${onboarding.id}`;
	expect((await patch(path, { goLiveAt: "2027-01-01T00:00:00.000Z" }, ops)).status).toBe(400);
	expect((await patch(path, { notes: "All well", manager: ops.user.id }, ops)).status).toBe(200);
	expect((await patch(`/waits/${id}`, { until: new Date().toISOString() }, ops)).status).toBe(400);
	const late = await keyturn.rest("POST", "/waits", { as: ops, body: { ...owned, on: "us", what: "More" } });
	expect(problems(late.body)).toEqual([
		{ path: "onboarding", message: "The onboarding is completed. Reopen the onboarding first." },
	]);
});

const states = Object.entries(closedRecords).flatMap(([collection, rules]) =>
	rules.flatMap((rule) => rule.in.map((state) => ({ collection, rule, state }))),
);

/** What a person might try, by field; a field that none of it fits is not writable for anybody. */
const attempts: Record<string, unknown> = {
	number: "KT-X",
	amountDue: 1,
	currency: "eur",
	purchaserEmail: "other@casino.example",
	dueAt: "2027-02-01T00:00:00.000Z",
	seats: 9,
	sites: 9,
	termMonths: 9,
	name: "Other",
	slug: "other",
	timezone: "Europe/Rome",
	goLiveAt: "2027-02-01T00:00:00.000Z",
	what: "Other",
	title: "Other",
	seconds: 61,
	label: "Other",
	week: 104,
	limit: 6,
	region: "eu",
	defaultTravelBuffer: 16,
	announcement: "Other",
	announcementSubject: "Other",
};

async function makeClosed(collection: string, rule: ClosedRule, state: string): Promise<string> {
	const setup = await createCustomerSetup(keyturn);
	const owned = { casino: setup.casino.id, onboarding: setup.onboarding.id };
	const own: Record<string, string> = {
		invoices: setup.invoice.id,
		contracts: setup.orderForm.id,
		casinos: setup.casino.id,
		onboardings: setup.onboarding.id,
	};
	const contract = setup.orderForm.id;
	const id =
		own[collection] ??
		(await create(collection, { ...rowData[collection as Slug]({ ...owned, contract }), attendees: undefined }));
	const table = collection.replaceAll("-", "_");
	const parent = {
		self: [table, id],
		onboarding: ["onboardings", owned.onboarding],
		casino: ["casinos", owned.casino],
	};
	const [of, row] = parent[rule.of];
	const sets: Record<string, string> = {
		part_paid: "status = 'open', amount_paid = 1",
		an_amendment: "status = 'open', amends_id = id",
		announced: "announced_at = now(), announcement_subject = 'We are live'",
	};
	const set = sets[state] ?? `status = '${state}'`;
	await query(keyturn, `UPDATE ${of} SET ${set} WHERE id = $1`, [row]);
	return id;
}

async function create(collection: string, body: object): Promise<string> {
	const made = await keyturn.rest("POST", `/${collection}`, { as: admin, body });
	expect(made, collection).toMatchObject({ status: 201 });
	return (made.body as { doc: { id: string } }).doc.id;
}

describe("each state of the declaration closes its fields", () => {
	test.each(states)("$collection: $rule.of $state", async ({ collection, rule, state }) => {
		const id = await makeClosed(collection, rule, state);
		const { fields } = rule;
		const config = keyturn.payload.collections[collection as "invoices"].config;
		const named = config.flattenedFields.map(({ name }) => name);
		const closed = "allBut" in fields ? named.filter((name) => !fields.allBut.includes(name)) : fields;
		expect(closed.filter((name) => !named.includes(name))).toEqual([]);
		const tried = closed.filter((name) => name in attempts);
		expect(tried, "attempts for this collection").not.toEqual([]);
		const before = await read(`/${collection}/${id}`);
		for (const name of tried) {
			const answer = await patch(`/${collection}/${id}`, { [name]: attempts[name] });
			expect(answer, name).toMatchObject({ status: 400 });
			expect(problems(answer.body)[0]).toMatchObject({ path: name, message: expect.stringContaining(rule.instead) });
		}
		expect(await read(`/${collection}/${id}`)).toEqual(before);
	});
});

const moves = Object.entries(reasonedMoves).flatMap(([collection, list]) =>
	list.map((move) => ({ collection, ...move })),
);

test.each(moves)("$collection: becoming $to asks for a reason", async ({ collection, from, to }) => {
	const setup = await createCustomerSetup(keyturn);
	const ids: Record<string, [string, string]> = {
		casinos: [setup.casino.id, "live"],
		contracts: [setup.orderForm.id, "signed"],
		onboardings: [setup.onboarding.id, "open"],
	};
	const [id, start] = ids[collection] ?? ["", ""];
	await query(keyturn, `UPDATE ${collection} SET status = $2::text::enum_${collection}_status WHERE id = $1`, [
		id,
		from ?? start,
	]);
	const refused = await patch(`/${collection}/${id}`, { status: to });
	expect(refused.status).toBe(400);
	expect(problems(refused.body)).toMatchObject([{ path: "statusReason" }]);
	expect((await patch(`/${collection}/${id}`, { status: to, statusReason: "Asked by the customer" })).status).toBe(200);
	expect(await read(`/${collection}/${id}`)).toMatchObject({ status: to, statusReason: "Asked by the customer" });
});
