import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CustomerRole } from "@/access/roles";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
let ops: Person;
let setup: CustomerSetup;
const people = {} as Record<CustomerRole, Person>;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	setup = await createCustomerSetup(keyturn);
	// As in a version that has people tick what records show: the shipped one leaves few items without proof.
	await query(
		`UPDATE checklist_items SET criterion = NULL, status = 'open', done_at = NULL
		 WHERE onboarding_id = $1 AND owner = 'customer' AND kind <> 'exit_criterion' AND criterion IS NOT NULL`,
		[setup.onboarding.id],
	);
	for (const role of ["executive_sponsor", "operations_lead", "compliance_lead", "casino_admin", "cashier"] as const) {
		people[role] = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: [role] }], { name: role });
	}
});
afterAll(() => keyturn?.stop());

type Item = Record<
	"id" | "key" | "status" | "evidence" | "responsible" | "choice" | "value" | "link" | "file" | "name",
	string
>;

async function query<Row>(text: string, values: unknown[]): Promise<Row[]> {
	return (await keyturn.payload.db.pool.query(text, values)).rows as Row[];
}

const columns = `id, key, status::text, evidence::text, responsible, choice, proof_value AS value, proof_link AS link, proof_file_id AS file, signed_name AS name`;

async function itemOf(where: string): Promise<Item> {
	const [item] = await query<Item>(
		`SELECT ${columns} FROM checklist_items WHERE onboarding_id = $1 AND ${where} ORDER BY position LIMIT 1`,
		[setup.onboarding.id],
	);
	if (!item) throw new Error(`There is no item where ${where}.`);
	return item;
}

/** One that its role may do at once, with nothing before it. */
const freeItem = (evidence: string, kind: "decision" | "other" = "other") =>
	itemOf(
		`owner = 'customer' AND status = 'open' AND criterion IS NULL AND evidence = '${evidence}' AND rule -> 'after' = '[]'
			AND kind ${kind === "decision" ? "=" : "<>"} 'decision' AND key <> 'agree_go_live'
			AND responsible IN ('executive_sponsor', 'operations_lead', 'compliance_lead', 'casino_admin')`,
	);
const again = ({ id }: Item) => itemOf(`id = '${id}'`);

const tick = ({ id }: Item, as: Person, body: object = {}) =>
	keyturn.rest("POST", `/checklist-items/${id}/tick`, { as, body });
const holderOf = ({ responsible }: Item) => people[responsible as CustomerRole];

async function upload(as: Person, casino: string, name: string) {
	const file = { name, type: "text/plain", data: "plain words" };
	const answer = await keyturn.rest("POST", "/media?depth=0", { as, file, body: { casino, alt: "proof" } });
	return { status: answer.status, id: (answer.body as { doc?: { id: string } }).doc?.id };
}

describe("a customer's person does what is theirs", () => {
	test.each([
		["none", {}, {}],
		["value", { value: "twelve tables" }, { value: "twelve tables" }],
		["link", { link: "https://files.own.example/a" }, { link: "https://files.own.example/a" }],
		["signature", { signedName: "compliance_lead" }, { name: "compliance_lead" }],
	])("with %s as its proof", async (evidence, body, stored) => {
		// Of kinds that the shipped playbook has none free of, another one is made.
		const item = await freeItem(evidence).catch(async () => {
			const other = await freeItem("none");
			await query("UPDATE checklist_items SET evidence = $2 WHERE id = $1", [other.id, evidence]);
			return again(other);
		});
		const answer = await tick(item, holderOf(item), body);
		expect([answer.status, answer.body]).toEqual([200, { status: "done", wasDone: false }]);
		expect(await again(item)).toMatchObject({ status: "done", ...stored });
	});

	test("with a file of their own casino, which they can read, and no other casino's", async () => {
		const item = await freeItem("none");
		await query("UPDATE checklist_items SET evidence = 'file' WHERE id = $1", [item.id]);
		const person = holderOf(item);
		const foreign = await createCustomerSetup(keyturn);
		expect((await upload(person, foreign.casino.id, "theirs.txt")).status).not.toBe(201);
		const stranger = await createCustomer(keyturn, [{ casino: foreign.casino.id, roles: ["operations_lead"] }]);
		const theirs = await upload(stranger, foreign.casino.id, "foreign.txt");
		expect((await tick(item, person, { file: theirs.id })).status).toBe(400);
		const own = await upload(person, setup.casino.id, "own.txt");
		expect(own.status).toBe(201);
		expect((await tick(item, person, { file: own.id })).status).toBe(200);
		expect(await again(item)).toMatchObject({ status: "done", file: own.id });
		expect((await keyturn.rest("GET", `/media/${own.id}`, { as: person })).status).toBe(200);
		expect((await keyturn.rest("GET", `/media/${own.id}`, { as: stranger })).status).not.toBe(200);
	});

	test("with a choice, and is told at the field when none was made", async () => {
		const item = await itemOf(
			"kind = 'decision' AND owner = 'customer' AND status = 'open' AND rule -> 'after' = '[]'",
		);
		const [{ choices = [] } = {}] = await query<{ choices: string[] }>(
			"SELECT rule -> 'choices' AS choices FROM checklist_items WHERE id = $1",
			[item.id],
		);
		const person = holderOf(item);
		const refused = await tick(item, person, { signedName: person.user.name });
		expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('"choice"')]);
		expect((await tick(item, person, { choice: "none of these", signedName: person.user.name })).status).toBe(400);
		expect((await tick(item, person, { choice: choices[0], signedName: person.user.name })).status).toBe(200);
		expect(await again(item)).toMatchObject({ status: "done", choice: choices[0] });
	});

	test("and takes it back with a reason, after which it waits to be done again", async () => {
		const item = await freeItem("none");
		const person = holderOf(item);
		await tick(item, person);
		const reopen = (as: Person, body: object) =>
			keyturn.rest("POST", `/checklist-items/${item.id}/reopen`, { as, body });
		expect((await reopen(person, { reason: "" })).status).toBe(400);
		expect((await reopen(people.cashier, { reason: "I say so" })).status).toBe(403);
		expect((await again(item)).status).toBe("done");
		expect((await reopen(person, { reason: "It was the other pit." })).status).toBe(200);
		expect((await again(item)).status).toBe("open");
	});
});

describe("a customer's person does nothing that is not theirs", () => {
	test("neither a colleague's item, nor the vendor's, nor what they do not see, nor another casino's", async () => {
		const item = await freeItem("none");
		expect((await tick(item, people.cashier)).status).toBe(403);
		const vendors = await itemOf(
			"owner = 'vendor' AND visible_to_customer AND status = 'open' AND criterion IS NULL AND automation IS NULL",
		);
		expect((await tick(vendors, people.casino_admin)).status).toBe(403);
		await query("UPDATE checklist_items SET visible_to_customer = false WHERE id = $1", [item.id]);
		expect((await tick(item, holderOf(item))).status).toBe(404);
		await query("UPDATE checklist_items SET visible_to_customer = true WHERE id = $1", [item.id]);
		const foreign = await createCustomerSetup(keyturn);
		const stranger = await createCustomer(keyturn, [
			{ casino: foreign.casino.id, roles: ["executive_sponsor", "operations_lead", "casino_admin", "compliance_lead"] },
		]);
		expect((await tick(item, stranger)).status).toBe(404);
		expect((await again(item)).status).toBe("open");
	});

	test("what waits for something else is refused in words that name nothing they do not see", async () => {
		const item = await itemOf(
			"owner = 'customer' AND status = 'open' AND criterion IS NULL AND jsonb_array_length(rule -> 'after') > 0 AND responsible = 'operations_lead'",
		);
		await query(
			`UPDATE checklist_items SET title = 'inner title', visible_to_customer = false
			 WHERE onboarding_id = $1 AND key = (SELECT rule -> 'after' ->> 0 FROM checklist_items WHERE id = $2)`,
			[setup.onboarding.id, item.id],
		);
		const answer = await tick(item, people.operations_lead, {
			value: "words",
			signedName: "Otto",
			link: "https://a.example",
		});
		expect(answer.status).toBe(409);
		expect(JSON.stringify(answer.body)).not.toContain("inner");
	});
});

describe("customer and vendor at once", () => {
	test("both ticks of different items stay", async () => {
		const theirs = await freeItem("none");
		const ours = await itemOf(
			"owner = 'vendor' AND status = 'open' AND evidence = 'none' AND criterion IS NULL AND automation IS NULL AND rule -> 'after' = '[]' AND responsible = 'ops'",
		);
		const answers = await Promise.all([tick(theirs, holderOf(theirs)), tick(ours, ops)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect([(await again(theirs)).status, (await again(ours)).status]).toEqual(["done", "done"]);
	});

	test("of two answers to the same item one is kept whole, and the other person is told", async () => {
		const item = await freeItem("none");
		await query("UPDATE checklist_items SET evidence = 'value' WHERE id = $1", [item.id]);
		const answers = await Promise.all([
			tick(item, holderOf(item), { value: "the customer's" }),
			tick(item, ops, { value: "the vendor's" }),
		]);
		const wasDone = answers.map(({ body }) => (body as { wasDone: boolean }).wasDone);
		expect([...wasDone].sort()).toEqual([false, true]);
		const kept = wasDone[0] ? "the vendor's" : "the customer's";
		expect(await again(item)).toMatchObject({ status: "done", value: kept });
	});
});

describe("who can be asked in", () => {
	test.each([
		"executive_sponsor",
		"operations_lead",
		"compliance_lead",
		"it_contact",
		"finance_contact",
		"casino_admin",
		"pit_boss",
		"cashier",
	])("operations invite a %s, the casino's administrator where the table says so; nobody else does", async (role) => {
		const invite = (as: Person, who: string, casino = setup.casino.id) =>
			keyturn.rest("POST", "/staff-invites?depth=0", {
				as,
				body: { casino, email: `${who}.${role}@asked.example`, name: "Somebody", role },
			});
		expect((await invite(ops, "ops")).status).toBe(201);
		const isVendors = role === "executive_sponsor" || role === "finance_contact";
		expect((await invite(people.casino_admin, "admin")).status).toBe(isVendors ? 403 : 201);
		expect((await invite(people.operations_lead, "lead")).status).toBe(403);
		const foreign = await createCustomerSetup(keyturn);
		expect((await invite(people.casino_admin, "abroad", foreign.casino.id)).status).not.toBe(201);
	});
});
