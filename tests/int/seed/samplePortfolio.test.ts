import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { sealAudit } from "@/audit/sealAudit";
import { verifyAudit } from "@/audit/verifyAudit";
import type { DecisionPacket } from "@/domain/decisions/packet";
import { hashPacket } from "@/operations/decisions/hashPacket";
import type { Casino, Invoice, Onboarding } from "@/payload-types";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { ensureDefaults } from "../../../scripts/seeding/ensureDefaults";
import * as client from "../../../scripts/seeding/sampleClients";
import * as sample from "../../../scripts/seeding/sampleCustomers";
import { seedSamplePortfolio } from "../../../scripts/seeding/seedSamplePortfolio";
import { createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { askEverywhere, findDisagreements } from "../portfolio/askEverywhere";
import { readPortfolioAs } from "../portfolio/portfolioWorld";
import { sentences } from "./sentences";

const password = "nineteen customers, one door";
let keyturn: Keyturn;
let made: number;

beforeAll(async () => {
	keyturn = await startKeyturn();
	await ensureDefaults(keyturn.payload);
	made = await seedSamplePortfolio(keyturn.payload, { password });
}, 300_000);

afterAll(() => keyturn?.stop());

const rows = async <Row>(text: string, values: unknown[] = []) =>
	(await sqlOf({ payload: keyturn.payload }))<Row & Record<string, unknown>>(text, values);

/** A customer as it stands: the casino, its onboarding and, where there is one, its invoice. */
async function standing({ casino: name }: sample.SampleCustomer) {
	const system = asSystem(await keyturn.requestOf(), "test");
	const { payload } = keyturn;
	const { docs: casinos } = await payload.find({
		collection: "casinos",
		where: { name: { equals: name } },
		depth: 0,
		...system,
	});
	const casino = casinos[0] as Casino;
	const ofCasino = { where: { casino: { equals: casino.id } }, depth: 0 };
	const { docs: onboardings } = await payload.find({ collection: "onboardings", ...ofCasino, ...system });
	const { docs: invoices } = await payload.find({ collection: "invoices", ...ofCasino, ...system });
	const { docs: contracts } = await payload.find({ collection: "contracts", ...ofCasino, ...system });
	const { docs: risks } = await payload.find({ collection: "risks", ...ofCasino, ...system });
	const { docs: checkIns } = await payload.find({
		collection: "check-ins",
		sort: "day",
		pagination: false,
		...ofCasino,
		...system,
	});
	return {
		casino,
		onboarding: onboardings[0] as Onboarding,
		invoice: invoices[0] as Invoice,
		contracts: contracts.map(({ status }) => status),
		risks: risks.map(({ kind, status }) => `${kind} ${status}`),
		checkIns: checkIns.filter(({ kind }) => kind === "first_week"),
		hypercare: checkIns.filter(({ kind }) => kind === "hypercare"),
	};
}

const isPast = (date: string | null | undefined) => Date.parse(date ?? "") < Date.now();

test("nineteen customers are made, and a second call makes none", async () => {
	expect(made).toBe(19);
	const count = () =>
		rows<{ n: number }>("SELECT count(*)::int AS n FROM casinos UNION ALL SELECT count(*)::int FROM payment_events");
	const before = await count();
	expect(await seedSamplePortfolio(keyturn.payload, { password })).toBe(0);
	expect(await count()).toEqual(before);
});

test("before the payment there is one customer at each stage", async () => {
	expect(await standing(sample.kurhaus)).toMatchObject({
		casino: { status: "prospect" },
		contracts: [],
		invoice: undefined,
	});
	expect(await standing(sample.miramar)).toMatchObject({ contracts: ["sent", "sent"], invoice: undefined });

	const unpaid = await standing(sample.palazz);
	expect(unpaid).toMatchObject({ contracts: ["signed", "signed"], invoice: { status: "open" }, risks: [] });
	expect(isPast(unpaid.invoice.dueAt)).toBe(false);

	const overdue = await standing(sample.desertLantern);
	expect(overdue).toMatchObject({
		invoice: { status: "open" },
		risks: ["payment_failed open"],
		casino: { paymentStanding: "failing" },
	});
	expect(isPast(overdue.invoice.dueAt)).toBe(true);
});

test("every signed contract has its signed copy", async () => {
	const signed = await rows<{ file: string | null }>(
		"SELECT m.filename AS file FROM contracts c LEFT JOIN media m ON m.id = c.file_id WHERE c.status = 'signed' AND c.amends_id IS NULL",
	);
	expect(signed.length).toBeGreaterThan(19);
	expect(signed.filter(({ file }) => !file?.endsWith(".pdf"))).toEqual([]);
});

test("a purchase order waits for its second approver, and money is held for both reasons", async () => {
	const { invoice } = await standing(sample.adventurers);
	expect(invoice.po).toMatchObject({ status: "requested", approvedBy: expect.any(String) });
	expect(invoice.po?.secondApprover ?? null).toBeNull();
	const raised = await standing(client.meridian);
	expect(raised.invoice.po).toMatchObject({ status: "requested", approvedBy: null });
	expect(raised.risks).toContain("approval_withdrawn open");
	expect(await standing(sample.gruenewald)).toMatchObject({
		casino: { status: "prospect" },
		risks: ["payment_held open"],
	});
	expect(await rows("SELECT hold_reason FROM payment_events WHERE status = 'held' ORDER BY 1")).toEqual([
		{ hold_reason: "unknown_customer" },
		{ hold_reason: "email_mismatch" },
	]);
});

test("live customers are live in the product too, with their check-ins at the right day", async () => {
	const weeks = await standing(sample.luckyHeron);
	expect(weeks).toMatchObject({ casino: { status: "live" }, risks: [] });
	expect(weeks.checkIns.map(({ status }) => status)).toEqual(["done", "done", "done"]);
	expect(weeks.hypercare.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7, 14, 21, 28]);
	for (const { dueAt, status, notes } of weeks.hypercare) {
		expect([status, Boolean(notes)]).toEqual(isPast(dueAt) ? ["done", true] : ["scheduled", false]);
	}
	const tenant = await keyturn.ports.product.findCasino(weeks.casino.id);
	expect(tenant?.staff).toContainEqual(
		expect.objectContaining({ email: "kirra@lucky-heron.example", status: "active" }),
	);

	const yesterday = await standing(sample.tsukikage);
	expect(yesterday).toMatchObject({ casino: { status: "live", name: "月影カジノ" }, invoice: { currency: "jpy" } });
	expect(yesterday.checkIns.map(({ status }) => status)).toEqual(["scheduled", "scheduled", "scheduled"]);
	expect(Math.abs(Date.parse(yesterday.checkIns[0]?.dueAt ?? "") - Date.now())).toBeLessThan(86_400_000);

	expect(await standing(sample.furnas)).toMatchObject({
		casino: { status: "live", paymentStanding: "refunded" },
		invoice: { status: "refunded" },
		risks: ["payment_reversed open"],
	});
});

test("the failed run says why, in the product's own words", async () => {
	const { casino, risks } = await standing(sample.marigold);
	expect(casino.status).toBe("provisioning");
	expect(risks).toEqual(["run_failed open"]);
	expect(await rows("SELECT step, attempts::int, error FROM provisioning_steps WHERE status = 'failed'")).toEqual([
		{
			step: "bootstrap_product",
			attempts: 1,
			error: "Another casino in the product is called riverboat-marigold already.",
		},
	]);
});

test("nobody of a sample is ever mailed, and nothing of it waits for a worker", async () => {
	const arrived = "'welcome', 'payment_received'";
	expect(await rows(`SELECT DISTINCT status::text FROM messages WHERE template NOT IN (${arrived})`)).toEqual([
		{ status: "held" },
	]);
	// What a customer of some months ago is said to have got was never handed to a mail server either.
	expect(await rows("SELECT id FROM messages WHERE status NOT IN ('held', 'sent') OR attempts > 0")).toEqual([]);
	expect(await rows("SELECT id FROM payment_events WHERE status = 'received'")).toEqual([]);
	expect(await rows("SELECT id FROM provisioning_runs WHERE status IN ('queued', 'running')")).toEqual([]);
});

test("sample people sign in with the sample password: the vendor's by role, a customer's to their casino alone", async () => {
	for (const local of ["ops", "ravi.menon", "manager", "agnes.lindqvist", "finance", "compliance", "auditor"]) {
		await expect(keyturn.signIn(`${local}@keyturn.example`, password)).resolves.toHaveProperty("token");
	}
	expect(await rows("SELECT id FROM users WHERE vendor_role = 'admin'")).toEqual([]);
	const kirra = await keyturn.signIn("kirra@lucky-heron.example", password);
	const { body } = await keyturn.rest("GET", "/casinos?depth=0", { as: kirra });
	expect(body).toMatchObject({ docs: [{ name: "The Lucky Heron" }] });
});

test("time that is made to pass never touches the audit record, and its chain is whole", async () => {
	const [{ isToday } = {}] = await rows<{ isToday: boolean }>(
		`SELECT min(at) > now() - interval '10 minutes' AS "isToday" FROM audit_entries`,
	);
	expect(isToday).toBe(true);
	const pool = keyturn.payload.db.pool as unknown as Pool;
	while ((await sealAudit({ pool })) > 0);
	expect(await verifyAudit({ sql: rows as Sql })).toMatchObject({ ok: true, unsealed: 0 });
});

/** How an onboarding stands, with what its items say. */
async function journeyOf({ casino: name }: sample.SampleCustomer) {
	const [found] = await rows<{
		id: string;
		status: string;
		phase: string;
		health: string;
		isLate: boolean | null;
		manager: string | null;
	}>(
		`SELECT o.id, o.status::text, o.phase, o.health::text, u.name AS manager,
			coalesce(o.went_live_at, o.forecast_go_live_at) >= date_trunc('day', o.go_live_at) + interval '1 day' AS "isLate"
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id LEFT JOIN users u ON u.id = o.manager_id WHERE c.name = $1`,
		[name],
	);
	if (!found) throw new Error(`${name} has no onboarding.`);
	return found;
}

test("each playbook has customers, at stages of their own, and every one has a manager", async () => {
	expect(await journeyOf(client.corvina)).toMatchObject({ status: "open", phase: "floor" });
	expect(await journeyOf(client.saltire)).toMatchObject({ status: "open", phase: "training_pilot" });
	expect(await journeyOf(sample.luckyHeron)).toMatchObject({ status: "open", phase: "go_live", isLate: false });
	expect(await journeyOf(client.northlight)).toMatchObject({ status: "open", phase: "first_use" });
	expect(await journeyOf(client.quayside)).toMatchObject({ status: "open", phase: "assurance" });
	expect(await journeyOf(client.ironbridge)).toMatchObject({ phase: "acceptance", health: "yellow" });
	expect(await journeyOf(client.meridian)).toMatchObject({ status: "open", phase: "commercial" });
	expect(await rows("SELECT id FROM onboardings WHERE manager_id IS NULL")).toEqual([]);
	expect(
		await rows(
			"SELECT p.key, count(*)::int AS n FROM onboardings o JOIN playbooks p ON p.id = o.playbook_id GROUP BY 1 ORDER BY 1",
		),
	).toEqual([
		{ key: "casino_floor", n: 12 },
		{ key: "enterprise_tenant", n: 1 },
		{ key: "paid_workspace", n: 2 },
		{ key: "sms_lead_service", n: 2 },
		{ key: "support_contract", n: 2 },
	]);
});

test("three onboardings are finished, in different months, two of them late, with whose time it was", async () => {
	for (const facts of [client.bluegum, client.saltmarsh, client.tidewater]) {
		expect(await journeyOf(facts)).toMatchObject({ status: "completed", isLate: facts !== client.tidewater });
	}
	const lived = await rows<{ month: string }>(
		"SELECT to_char(went_live_at, 'YYYY-MM') AS month FROM onboardings WHERE status = 'completed'",
	);
	expect(new Set(lived.map(({ month }) => month)).size).toBe(3);
	const waits = await rows<{ on: string; isRunning: boolean }>(
		`SELECT DISTINCT "on"::text, until IS NULL AS "isRunning" FROM waits ORDER BY 1, 2`,
	);
	expect(waits).toEqual(
		expect.arrayContaining([
			{ on: "customer", isRunning: false },
			{ on: "customer", isRunning: true },
			{ on: "third_party", isRunning: false },
			{ on: "third_party", isRunning: true },
		]),
	);
});

test("a go is decided and frozen, another waits for its second person, and a waiver holds", async () => {
	const decisions = await rows<{ kind: string; status: string; hash: string | null; packet: DecisionPacket }>(
		"SELECT kind::text, status::text, hash, packet FROM decisions ORDER BY kind::text, decided_at",
	);
	expect(decisions.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
		// Approved or overridden is the recommendation's matter.
		expect.stringMatching(/^go_no_go (approved|overridden)$/),
		"go_no_go proposed",
		"waiver approved",
	]);
	for (const { status, hash, packet } of decisions) {
		if (status === "proposed") continue;
		expect(hash).toBe(hashPacket(packet));
		expect(packet.decided?.by.id).not.toBe(packet.asked.by.id);
	}
	expect(await rows("SELECT key FROM checklist_items WHERE status = 'waived'")).toEqual([{ key: "training_attended" }]);
});

test("work was done by several, in different times, and some of it put off, begun or noted", async () => {
	const [work] = await rows<Record<string, number>>(
		`SELECT count(DISTINCT done_by_id)::int AS people, count(DISTINCT minutes_taken)::int AS minutes,
			count(*) FILTER (WHERE snoozed_to IS NOT NULL)::int AS "putOff", count(*) FILTER (WHERE status = 'in_progress')::int AS begun,
			count(note)::int AS notes FROM checklist_items`,
	);
	expect(work?.people).toBeGreaterThan(10);
	expect(work?.minutes).toBeGreaterThan(5);
	expect(work?.putOff).toBe(3);
	expect(work?.begun).toBeGreaterThan(5);
	expect(work?.notes).toBeGreaterThan(5);
	expect(await rows("SELECT id FROM audit_entries WHERE action = 'item.reopened'")).toHaveLength(1);
	const byHand = "criterion IS NOT NULL AND (done_by_id IS NOT NULL OR minutes_taken IS NOT NULL)";
	expect(await rows(`SELECT key FROM checklist_items WHERE ${byHand}`)).toEqual([]);
	const shown = `SELECT count(*)::int AS n FROM checklist_items WHERE criterion IS NOT NULL AND kind <> 'exit_criterion' AND status = $1`;
	for (const status of ["done", "open"]) expect((await rows<{ n: number }>(shown, [status]))[0]?.n).toBeGreaterThan(10);
	expect(await rows("SELECT colour::text FROM acceptances ORDER BY set_at")).toEqual([
		{ colour: "yellow" },
		{ colour: "green" },
		{ colour: "yellow" },
	]);
});

test("floor, training, pilot and weeks of use are there to be looked at", async () => {
	const weeks = await rows<{ week: number; share: number }>(
		"SELECT week::int, (100 * shifts_recorded / shifts_in_scope)::int AS share FROM adoption_reports WHERE week > 0 ORDER BY week",
	);
	expect(weeks.map(({ week, share }) => share >= (week === 1 ? 60 : 85))).toEqual([true, false, true, true]);
	expect(await rows("SELECT status::text, count(*)::int AS n FROM pilot_issues GROUP BY 1 ORDER BY 1")).toEqual([
		{ status: "closed", n: 1 },
		{ status: "deferred", n: 2 },
		{ status: "fixed", n: 2 },
		{ status: "open", n: 1 },
		{ status: "triaged", n: 1 },
	]);
	expect(await rows("SELECT DISTINCT has_attended FROM training_sessions_attendees ORDER BY 1")).toHaveLength(2);
	expect(await rows("SELECT id FROM gaming_tables WHERE synced_at IS NULL")).toHaveLength(1);
});

test("the support contract's playbook has a newer version than a running onboarding follows", async () => {
	const { id } = await journeyOf(client.ironbridge);
	const [pinned] = await rows("SELECT playbook_version::int AS version FROM onboardings WHERE id = $1", [id]);
	expect(pinned).toEqual({ version: 1 });
	const [playbook] = await rows<{ lessons: string; latest: number }>(
		"SELECT lessons, latest_version::int AS latest FROM playbooks WHERE key = 'support_contract'",
	);
	expect(playbook).toMatchObject({ latest: 2, lessons: expect.stringContaining(client.saltmarsh.casino) });
});

test.each(sentences)("in every sample %s", async (_, contradictions) => {
	expect(await rows(contradictions)).toEqual([]);
});

test("every screen says the same of whom each customer waits for, its health and how late it is", async () => {
	const ops = await createVendor(keyturn, "ops");
	const answers = await askEverywhere(keyturn, ops);
	expect(answers.size).toBe(19);
	expect(findDisagreements(answers)).toEqual([]);
	const told = [...answers].map(([id, { portfolio }]) => ({ id, ...portfolio }));
	const whom = new Set(told.map(({ waitingOn }) => waitingOn?.who));
	expect([...whom].sort()).toEqual(expect.arrayContaining(["customer", "nobody", "third_party", "vendor"]));
	const left = async (address: string) =>
		(await readPortfolioAs(keyturn, ops, address)).rows.map(({ id }) => id).sort();
	for (const who of whom) {
		const waiting = told.filter(({ waitingOn }) => waitingOn?.who === who);
		expect([who, await left(`status=any&waiting=${who}`)]).toEqual([who, waiting.map(({ id }) => id).sort()]);
	}
	const late = told.filter(({ daysLate }) => (daysLate ?? 0) > 0).map(({ id }) => id);
	expect(late.length).toBeGreaterThan(0);
	expect(await left("status=any&late=yes")).toEqual(late.sort());
});
