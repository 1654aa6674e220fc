import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { sealAudit } from "@/audit/sealAudit";
import { verifyAudit } from "@/audit/verifyAudit";
import type { Casino, Invoice, Onboarding } from "@/payload-types";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { ensureDefaults } from "../../../scripts/seeding/ensureDefaults";
import * as sample from "../../../scripts/seeding/sampleCustomers";
import { seedSamplePortfolio } from "../../../scripts/seeding/seedSamplePortfolio";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

const password = "ten customers, one door";
let keyturn: Keyturn;
let made: number;

beforeAll(async () => {
	keyturn = await startKeyturn();
	await ensureDefaults(keyturn.payload);
	made = await seedSamplePortfolio(keyturn.payload, { password });
}, 120_000);

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
	const { docs: checkIns } = await payload.find({ collection: "check-ins", sort: "day", ...ofCasino, ...system });
	return {
		casino,
		onboarding: onboardings[0] as Onboarding,
		invoice: invoices[0] as Invoice,
		contracts: contracts.map(({ status }) => status),
		risks: risks.map(({ kind, status }) => `${kind} ${status}`),
		checkIns,
	};
}

const isPast = (date: string | null | undefined) => Date.parse(date ?? "") < Date.now();

test("ten customers are made, and a second call makes none", async () => {
	expect(made).toBe(10);
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
	expect(await standing(sample.miramar)).toMatchObject({ contracts: ["sent"], invoice: undefined });

	const unpaid = await standing(sample.palazz);
	expect(unpaid).toMatchObject({ contracts: ["signed"], invoice: { status: "open" }, risks: [] });
	expect(isPast(unpaid.invoice.dueAt)).toBe(false);

	const overdue = await standing(sample.desertLantern);
	expect(overdue).toMatchObject({
		invoice: { status: "open" },
		risks: ["payment_failed open"],
		casino: { paymentStanding: "failing" },
	});
	expect(isPast(overdue.invoice.dueAt)).toBe(true);
});

test("a purchase order waits for its second approver, and money is held for both reasons", async () => {
	const { invoice } = await standing(sample.adventurers);
	expect(invoice.po).toMatchObject({ status: "requested", approvedBy: expect.any(String) });
	expect(invoice.po?.secondApprover ?? null).toBeNull();
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
	expect(await rows("SELECT DISTINCT status FROM messages")).toEqual([{ status: "held" }]);
	expect(await rows("SELECT id FROM payment_events WHERE status = 'received'")).toEqual([]);
	expect(await rows("SELECT id FROM provisioning_runs WHERE status IN ('queued', 'running')")).toEqual([]);
});

test("sample people sign in with the sample password: the vendor's by role, a customer's to their casino alone", async () => {
	for (const role of ["ops", "manager", "finance", "compliance", "auditor"]) {
		await expect(keyturn.signIn(`${role}@keyturn.example`, password)).resolves.toHaveProperty("token");
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
