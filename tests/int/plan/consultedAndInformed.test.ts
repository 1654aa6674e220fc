import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
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
let manager: Person;
let finance: Person;
let auditor: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops", { name: "Olga Ops" });
	manager = await createVendor(keyturn, "manager");
	finance = await createVendor(keyturn, "finance");
	auditor = await createVendor(keyturn, "auditor", { accessEndsAt: new Date(Date.now() + 86_400_000).toISOString() });
	const other = await createCustomerSetup(keyturn);
	lead = await createCustomer(keyturn, [], { name: "Lena Lead" });
	sponsor = await createCustomer(keyturn, [], { name: "Sam Sponsor" });
	stranger = await createCustomer(keyturn, [{ casino: other.casino.id, roles: ["operations_lead"] }]);
}, 240_000);
afterAll(() => keyturn?.stop());

let setup: CustomerSetup;
let lead: Person;
let sponsor: Person;
let stranger: Person;
beforeEach(async () => {
	// What earlier customers are still to be told is nobody's matter here.
	await query(keyturn, "UPDATE onboardings SET status = 'cancelled'", []);
	setup = await createCustomerSetup(keyturn);
	lead = await join(lead, "operations_lead");
	sponsor = await join(sponsor, "executive_sponsor");
});

/** Gives a person a role at this test's customer, beside those they have. */
async function join(person: Person, role: CustomerRole): Promise<Person> {
	const memberships = [...(person.user.memberships ?? []), { casino: setup.casino.id, roles: [role] }];
	const system = asSystem(await keyturn.requestOf(), "test");
	const data = { memberships };
	const user = await keyturn.payload.update({ collection: "users", id: person.user.id, data, depth: 0, ...system });
	return { ...person, user: { ...user, collection: "users" } };
}

async function itemOf(key: string): Promise<string> {
	const [item] = await query<{ id: string }>(
		keyturn,
		"SELECT id FROM checklist_items WHERE onboarding_id = $1 AND key = $2",
		[setup.onboarding.id, key],
	);
	if (!item) throw new Error(`There is no item ${key}.`);
	return item.id;
}

const quarter = 15 * 60_000;
const thisQuarter = Math.floor(Date.now() / quarter) * quarter;

/** What the schedule does at the beginning of a quarter of an hour, so many after this one. */
async function keep(quarters = 0) {
	const { sendItemNotices } = await import("@/operations/notices/sendItemNotices");
	await sendItemNotices({ payload: keyturn.payload, now: new Date(thisQuarter + quarters * quarter) });
}

async function announceToLateComers() {
	const operation = await import("@/operations/announcements/announceToLateComers");
	await operation.announceToLateComers({ payload: keyturn.payload });
}

type Mail = { data: Record<string, unknown> & { asked: Named[]; done: Named[] }; subject: string; status: string };
type Named = { title: string; casinoName: string };
const mailsTo = (email: string, template: string) =>
	query<Mail>(
		keyturn,
		`SELECT data, subject, status::text FROM messages WHERE "to" = $1 AND template = $2 AND casino_id = $3 ORDER BY created_at, id`,
		[email, template, setup.casino.id],
	);
const told = async (email: string, kind: "asked" | "done") =>
	(await mailsTo(email, "item_notices")).flatMap(({ data }) => data[kind].map(({ title }) => title));

const statusOf = (answer: { status: number }) => answer.status;
const codeOf = (answer: { body: unknown }) => (answer.body as { errors: { code: string }[] }).errors[0]?.code;

describe("who is consulted", () => {
	const opinion = async (key: string, as: Person | undefined, body: object) =>
		keyturn.rest("POST", `/checklist-items/${await itemOf(key)}/opinion`, { as, body });
	const planOf = async (as: Person) => {
		const { readOnboardingPlan } = await import("@/operations/plan/readOnboardingPlan");
		const plan = await readOnboardingPlan({ req: await keyturn.requestOf(as.user), onboardingId: setup.onboarding.id });
		return (key: string) => plan.items.find((item) => item.key === key);
	};

	test("answers once and may change it; who decides reads it, and nothing waits for it", async () => {
		expect(statusOf(await opinion("confirm_workflows", lead, { stance: "agree" }))).toBe(200);
		const words = "Ratings must stay on paper until May.";
		expect(statusOf(await opinion("confirm_workflows", lead, { stance: "concern", words }))).toBe(200);
		const seen = { stance: "concern", words, person: { id: lead.user.id, name: "Lena Lead" }, isVendors: false };
		expect((await planOf(ops))("confirm_workflows")).toMatchObject({
			consulted: ["operations_lead", "compliance_lead"],
			opinions: [seen],
			mayAdvise: false,
		});
		expect((await planOf(sponsor))("confirm_workflows")?.opinions).toMatchObject([seen]);
		const tick = await keyturn.rest("POST", `/checklist-items/${await itemOf("confirm_workflows")}/tick`, {
			as: ops,
			body: {},
		});
		expect(tick.status).toBe(200);
		const late = await opinion("confirm_workflows", lead, { stance: "agree" });
		expect([late.status, codeOf(late)]).toEqual([409, "settled"]);
		const [stored] = await query(keyturn, "SELECT stance::text, words FROM opinions WHERE onboarding_id = $1", [
			setup.onboarding.id,
		]);
		expect(stored).toEqual({ stance: "concern", words });
	});

	test("is asked for words with a concern, and for one of two answers", async () => {
		expect(statusOf(await opinion("confirm_workflows", lead, { stance: "concern" }))).toBe(400);
		expect(statusOf(await opinion("confirm_workflows", lead, { stance: "perhaps" }))).toBe(400);
	});

	test("is nobody else: not who merely sees it, not a stranger, not somebody without an account", async () => {
		const agree = { stance: "agree" };
		expect(statusOf(await opinion("confirm_workflows", sponsor, agree))).toBe(403);
		expect(statusOf(await opinion("confirm_workflows", auditor, agree))).toBe(403);
		expect(statusOf(await opinion("confirm_workflows", stranger, agree))).toBe(404);
		expect(statusOf(await opinion("role_smoke_tests", lead, agree))).toBe(404);
		expect(statusOf(await opinion("confirm_workflows", undefined, agree))).toBe(401);
	});

	test("reads on the customer's own decision what the vendor's people say, without their names", async () => {
		await query(keyturn, "UPDATE checklist_items SET status = 'done' WHERE onboarding_id = $1 AND phase <> 'floor'", [
			setup.onboarding.id,
		]);
		expect(statusOf(await opinion("entered_first_in_product", ops, { stance: "agree", words: "Fine." }))).toBe(200);
		expect((await planOf(lead))("entered_first_in_product")?.opinions).toMatchObject([
			{ person: null, isVendors: true, words: "Fine." },
		]);
	});

	test("hears of it when its turn has come, in one mail, once", async () => {
		await keep();
		const asked = await told(lead.email, "asked");
		expect(asked).toContain("Agree which workflows the product owns, and which stay on paper");
		expect(asked).not.toContain("Approve the success criteria");
		expect(await mailsTo(lead.email, "item_notices")).toHaveLength(1);
		expect(await told(sponsor.email, "asked")).toEqual([]);
		await keep();
		await keep(4);
		expect(await told(lead.email, "asked")).toEqual(asked);
	});

	test("hears of it also who is given the role later, and not who has answered already", async () => {
		await keep();
		const later = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["operations_lead"] }]);
		const eager = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["operations_lead"] }]);
		await opinion("confirm_workflows", eager, { stance: "agree" });
		await keep();
		const title = "Agree which workflows the product owns, and which stay on paper";
		expect(await told(later.email, "asked")).toContain(title);
		expect(await told(eager.email, "asked")).not.toContain(title);
	});
});

describe("who is informed", () => {
	const done = async (key: string, as: Person | null = ops) =>
		query(keyturn, "UPDATE checklist_items SET status = 'done', done_at = now(), done_by_id = $2 WHERE id = $1", [
			await itemOf(key),
			as?.user.id ?? null,
		]);

	test("is told of what is done, several in one mail, and each once", async () => {
		await done("msa");
		await done("order_form");
		await keep();
		const titles = [
			"Master services agreement, signed and stored",
			"Order form, signed and stored: sites, seats, term",
		];
		expect((await told(sponsor.email, "done")).toSorted()).toEqual(titles);
		const [mail, ...others] = await mailsTo(sponsor.email, "item_notices");
		expect(others).toEqual([]);
		expect(mail).toMatchObject({ status: "held", data: { casinoName: setup.casino.name } });
		await keep(4);
		expect(await told(sponsor.email, "done")).toHaveLength(2);
	});

	test("is not told again of what was opened and done again within the hour, and is later", async () => {
		await done("msa");
		await keep();
		await done("msa");
		await keep(1);
		expect(await told(sponsor.email, "done")).toHaveLength(1);
		await query(keyturn, "UPDATE item_notices SET at = now() - interval '2 hours' WHERE item_id = $1", [
			await itemOf("msa"),
		]);
		await done("msa");
		await keep(2);
		expect(await told(sponsor.email, "done")).toHaveLength(2);
	});

	test("is never told of one's own act, of what the customer does not see, or of what was done days ago", async () => {
		await query(
			keyturn,
			`UPDATE checklist_items SET rule = jsonb_set(rule, '{raci,informed}', '["finance", "executive_sponsor"]') WHERE id = ANY ($1::uuid[])`,
			[[await itemOf("msa"), await itemOf("payment_confirmation"), await itemOf("exclusions")]],
		);
		await done("msa", finance);
		await done("payment_confirmation", ops);
		await done("exclusions", ops);
		await query(keyturn, "UPDATE checklist_items SET done_at = now() - interval '4 days' WHERE id = $1", [
			await itemOf("exclusions"),
		]);
		await keep();
		expect(await told(sponsor.email, "done")).toEqual(["Master services agreement, signed and stored"]);
		expect(await told(finance.email, "done")).toEqual(["Payment confirmation, or the approved purchase order, logged"]);
	});

	test("gets one mail a quarter of an hour: what comes meanwhile waits for the next", async () => {
		await done("msa");
		await keep();
		await done("order_form");
		await keep();
		expect(await mailsTo(sponsor.email, "item_notices")).toHaveLength(1);
		await keep(1);
		const mails = await mailsTo(sponsor.email, "item_notices");
		expect(mails.map(({ data }) => data.done.length)).toEqual([1, 1]);
	});

	test("is not looked for in between", async () => {
		await done("msa");
		await keep(5.5);
		expect(await mailsTo(sponsor.email, "item_notices")).toEqual([]);
	});
});

describe("the go-live announcement", () => {
	const path = () => `/onboardings/${setup.onboarding.id}/announcement`;
	type Read = {
		subject: string;
		text: string;
		sentAt: string | null;
		people: { email: string; status: string | null }[];
	};
	const read = async () => (await keyturn.rest("GET", path(), { as: ops })).body as Read;
	const send = (body: object, as: Person | undefined = ops) => keyturn.rest("POST", path(), { as, body });
	const named = () => [lead.email, sponsor.email, setup.onboarding.operationsLead?.email ?? ""].toSorted();

	test("is shown with the people it names before it is sent, in the playbook's words", async () => {
		const draft = await read();
		expect(draft).toMatchObject({ sentAt: null, subject: "{workspace} goes live" });
		expect(draft.text).toContain("if it is not in the product, it did not happen");
		expect(draft.people.map(({ email }) => email).toSorted()).toEqual(named());
	});

	test("is written to each of them once, and completes its item", async () => {
		const { subject } = await read();
		const body = { subject, text: "Dear {name}: {workspace} starts. {address}", to: named() };
		const first = await send(body);
		expect(first).toMatchObject({ status: 200, body: { people: 3 } });
		const again = await send({ ...body, text: "Another text" });
		expect(again).toMatchObject({
			status: 200,
			body: { sentAt: (first.body as { sentAt: string }).sentAt, people: 3 },
		});
		const mails = await mailsTo(sponsor.email, "go_live_announcement");
		expect(mails).toMatchObject([{ subject: `${setup.casino.name} goes live`, status: "held" }]);
		expect(mails[0]?.data.text).toMatch(
			new RegExp(`^Dear Sam Sponsor: ${setup.casino.name} starts\\. http.*/sign-in$`),
		);
		const [item] = await query(keyturn, "SELECT status::text, says FROM checklist_items WHERE id = $1", [
			await itemOf("go_live_announcement"),
		]);
		expect(item).toMatchObject({
			status: "done",
			says: expect.stringMatching(/^Announced on .* to 3 people\. 3 mails are held/),
		});
		expect((await read()).people.map(({ status }) => status)).toEqual(["held", "held", "held"]);
	});

	test("sent by two at once is written once", async () => {
		const body = { subject: "Live", text: "Now", to: named() };
		const answers = await Promise.all([send(body), send(body, manager)]);
		expect(answers.map(statusOf)).toEqual([200, 200]);
		expect(await mailsTo(sponsor.email, "go_live_announcement")).toHaveLength(1);
	});

	test("reaches who comes later, and nobody of another customer", async () => {
		await send({ subject: "Live", text: "Now, {name}", to: named() });
		const boss = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["pit_boss"] }], {
			name: "Pia Boss",
		});
		await announceToLateComers();
		await announceToLateComers();
		const mails = await mailsTo(boss.email, "go_live_announcement");
		expect(mails.map(({ data }) => data.text)).toEqual(["Now, Pia Boss"]);
		expect(await mailsTo(stranger.email, "go_live_announcement")).toEqual([]);
	});

	test("is refused when other people are named by now, with a place nothing fills, or by whoever does not run onboardings", async () => {
		const body = { subject: "Live", text: "Now", to: named() };
		expect(codeOf(await send({ ...body, to: [lead.email] }))).toBe("recipients_changed");
		expect(await send({ ...body, text: "Dear {nmae}" })).toMatchObject({
			status: 400,
			body: { errors: [{ data: [{ path: "text" }] }] },
		});
		expect(statusOf(await send({ ...body, subject: " " }))).toBe(400);
		expect(statusOf(await send(body, finance))).toBe(403);
		expect(statusOf(await send(body, sponsor))).toBe(403);
		expect(statusOf(await keyturn.rest("POST", path(), { body }))).toBe(401);
		expect((await read()).sentAt).toBeNull();
	});

	test("stays as it was sent", async () => {
		await send({ subject: "Live", text: "Now", to: named() });
		const edit = await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}?depth=0`, {
			as: ops,
			body: { announcement: "Never mind" },
		});
		expect(edit.status).toBe(400);
		expect(JSON.stringify(edit.body)).toContain("announced");
		expect(await read()).toMatchObject({ text: "Now" });
	});

	test("is read in the portal, filled in", async () => {
		await send({ subject: "Live", text: "Now, {name}", to: named() });
		const { readPortalHome } = await import("@/operations/views/readPortalHome");
		const home = await readPortalHome({ req: await keyturn.requestOf(lead.user) });
		const casino = home.casinos.find(({ id }) => id === setup.casino.id);
		expect(casino?.plan?.announcement).toMatchObject({ subject: "Live", text: "Now, {name}" });
		expect(casino?.words).toMatchObject({ tenant: "casino", tenants: "casinos" });
	});
});
