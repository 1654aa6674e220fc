import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countStatements } from "./countStatements";

let keyturn: Keyturn;
let finance: Person;
let north: CustomerSetup;

beforeAll(async () => {
	keyturn = await startKeyturn();
	finance = await createVendor(keyturn, "finance");
	north = await createCustomerSetup(keyturn, {
		name: "north",
		company: { phone: "+356 2122 0000", address: { line1: "1 Quay Street", city: "Valletta" } },
		orderForm: { signedAt: "2026-01-02T00:00:00.000Z", expiresAt: "2027-01-02T00:00:00.000Z" },
	});
	await createCustomerSetup(keyturn, { name: "south" });
});
afterAll(() => keyturn?.stop());

const run = (text: string, values: unknown[] = []) => keyturn.payload.db.pool.query(text, values);

async function read(casinoId: string, as = finance) {
	const { readCasino360 } = await import("@/operations/views/readCasino360");
	const req = await keyturn.requestOf(as.user);
	return countStatements(keyturn, () => readCasino360({ req, casinoId }));
}

test("a new customer shows what is on record, and nothing made up for what is not", async () => {
	const { result } = await read(north.casino.id);
	expect(result).toMatchObject({
		casino: { name: "north", status: "prospect", paymentStanding: "good" },
		company: {
			name: "north Ltd",
			phone: "+356 2122 0000",
			address: { line1: "1 Quay Street", city: "Valletta", country: null },
		},
		onboarding: {
			operationsLead: { name: "Otto Lead" },
			adminContact: { name: "Ada Admin" },
			run: null,
			promisedAt: null,
			waitingOn: { who: "customer" },
			healthReasons: [],
			firstSignInAt: null,
		},
		plan: null,
		contracts: [
			{ type: "order_form", status: "signed", seats: 25, termMonths: 12 },
			{ type: "msa", status: "signed" },
		],
		subscription: null,
		invoices: [{ status: "open", amountDue: 120_000, currency: "usd" }],
		lastPayment: null,
		outstanding: [{ amount: 120_000, currency: "usd" }],
		entitlements: [],
		productSince: null,
		risks: [],
		history: [],
		people: [],
		files: [],
	});
	expect(result.contracts[0]?.expiresAt).toBe("2027-01-02");
	expect(result.audit.map(({ collection }) => collection)).toContain("onboardings");
});

test("a customer at work shows payment, product, requests and people, one line a person, in as many statements", async () => {
	const before = await read(north.casino.id);
	const casino = north.casino.id;
	await run(
		"UPDATE invoices SET status = 'paid', amount_paid = amount_due, paid_at = '2026-02-01' WHERE casino_id = $1",
		[casino],
	);
	await run(
		`INSERT INTO subscriptions (casino_id, status, billing_cycle, stripe_subscription_id, current_period_end)
		VALUES ($1, 'canceled', 'year', 'sub_old', '2025-01-01'), ($1, 'active', 'month', 'sub_new', '2026-03-01')`,
		[casino],
	);
	const runs = await run(
		`INSERT INTO provisioning_runs (onboarding_id, casino_id, status, playbook, finished_at) VALUES ($1, $2, 'succeeded', 'casino_floor', '2026-02-01') RETURNING id`,
		[north.onboarding.id, casino],
	);
	await run(
		`INSERT INTO provisioning_steps (run_id, casino_id, step, title, position, status, attempts, finished_at)
		VALUES ($1, $2, 'bootstrap_product', 'Product', 1, 'succeeded', 1, '2026-02-01T10:00:00Z')`,
		[runs.rows[0].id, casino],
	);
	await run(
		`INSERT INTO risks (title, kind, severity, status, casino_id, resolution, resolved_at)
		VALUES ('Open one', 'other', 'medium', 'open', $1, NULL, NULL), ('Closed one', 'other', 'low', 'resolved', $1, 'Done by phone.', '2026-02-03')`,
		[casino],
	);
	await run(
		`INSERT INTO check_ins (casino_id, onboarding_id, label, day, due_at, status, outcome) VALUES
		($1, $2, 'Day 1', 1, '2026-02-02', 'done', 'Signed in.'), ($1, $2, 'Day 7', 7, '2026-02-08', 'scheduled', NULL)`,
		[casino, north.onboarding.id],
	);
	const person = await createCustomer(keyturn, [{ casino, roles: ["casino_admin", "pit_boss"] }], { name: "Ada" });
	await run(
		"INSERT INTO staff (casino_id, name, email, role, status, user_id) VALUES ($1, 'Ada', upper($2), 'casino_admin', 'active', $3)",
		[casino, person.email, person.user.id],
	);
	await run(
		"INSERT INTO staff_invites (casino_id, email, name, role, status, expires_at) VALUES ($1, 'new@north.example', 'Nils', 'cashier', 'pending', now() + interval '1 day')",
		[casino],
	);
	const { result, statements } = await read(casino);
	expect(result).toMatchObject({
		subscription: { billingCycle: "month", status: "active" },
		lastPayment: { amount: 120_000, currency: "usd" },
		outstanding: [],
		productSince: "2026-02-01T10:00:00+00:00",
		onboarding: { run: { status: "succeeded", stepsDone: 1, stepsTotal: 1 } },
		risks: [{ title: "Open one" }],
		history: [
			{ title: "Closed one", detail: "Done by phone." },
			{ title: "Day 1", detail: "Signed in." },
		],
		nextCheckIn: { label: "Day 7" },
	});
	expect(result.people).toMatchObject([
		{
			name: "Ada",
			roles: ["casino_admin", "pit_boss"],
			account: { id: person.user.id },
			staff: { status: "active" },
			invite: null,
		},
		{ name: "Nils", roles: ["cashier"], account: null, staff: null, invite: { status: "pending" } },
	]);
	expect(statements).toBe(before.statements);
	expect(statements).toBe(4);
});

test("what lies behind an onboarding is what the gate finds and what happened, never what is planned", async () => {
	const { casino, onboarding, invoice } = await createCustomerSetup(keyturn, {
		name: "east",
		onboarding: { goLiveAt: "2026-02-01" },
	});
	const milestones = async () =>
		Object.fromEntries((await read(casino.id)).result.milestones.map(({ name, ...milestone }) => [name, milestone]));
	await run("UPDATE contracts SET signed_at = '2026-01-05' WHERE onboarding_id = $1 AND type = 'order_form'", [
		onboarding.id,
	]);
	await run("UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id]);
	const open = await milestones();
	expect(open["Contracts signed"]).toMatchObject({ isDone: true, at: expect.any(String) });
	expect(open["Invoice paid"]).toEqual({
		...{ isDone: false, at: null },
		missing: `Invoice ${invoice.number} is open, not paid.`,
	});
	expect(open["Go-live"]).toEqual({ isDone: false, at: null, plannedFor: "2026-02-01" });

	await run("UPDATE contracts SET status = 'sent' WHERE onboarding_id = $1 AND type = 'msa'", [onboarding.id]);
	await run("UPDATE onboardings SET went_live_at = '2026-02-03' WHERE id = $1", [onboarding.id]);
	// Another invoice's payment pays no opening invoice.
	await run(
		`INSERT INTO invoices (casino_id, number, status, amount_due, amount_paid, currency, opens_gate, paid_at)
		VALUES ($1, 'E-2', 'paid', 100, 100, 'usd', false, now())`,
		[casino.id],
	);
	const later = await milestones();
	expect(later["Contracts signed"]).toEqual({
		...{ isDone: false, at: null },
		missing: "The master agreement is sent, not signed.",
	});
	expect(later["Invoice paid"]).toMatchObject({ isDone: false });
	expect(later["Go-live"]).toEqual({ isDone: true, at: "2026-02-03", plannedFor: null });

	await run("UPDATE onboardings SET went_live_at = '2099-02-03' WHERE id = $1", [onboarding.id]);
	expect((await milestones())["Go-live"]).toMatchObject({ isDone: false });
});

test("of what is shown in part the rest is counted, and what is due next is the first due of all", async () => {
	const { casino } = await createCustomerSetup(keyturn, { name: "many" });
	await run(
		`INSERT INTO invoices (casino_id, number, status, amount_due, currency, opens_gate, due_at)
		 SELECT $1, 'M-' || n, 'open', 100, 'usd', false, '2027-01-01'::timestamptz + n * interval '1 day' FROM generate_series(1, 20) n`,
		[casino.id],
	);
	await run(
		`INSERT INTO risks (title, kind, severity, status, casino_id)
		 SELECT 'Risk ' || n, 'other', 'low', (CASE WHEN n > 15 THEN 'resolved' ELSE 'open' END)::enum_risks_status, $1 FROM generate_series(1, 30) n`,
		[casino.id],
	);
	await run(
		`INSERT INTO staff (casino_id, name, email, role, status)
		 SELECT $1, 'Person ' || n, 'p' || n || '@many.example', 'cashier', 'active' FROM generate_series(1, 130) n`,
		[casino.id],
	);
	const { result } = await read(casino.id);
	expect(result.totals).toEqual({ contracts: 2, invoices: 21, files: 0, risks: 15, history: 15, people: 130 });
	const shown = [result.invoices, result.risks, result.history, result.people].map(({ length }) => length);
	expect(shown).toEqual([12, 12, 12, 100]);
	expect(result.nextDueAt).toMatch(/^2027-01-02/);
});

test("the first sign-in stays the first, and the administrator's is the milestone", async () => {
	expect((await read(north.casino.id)).result.milestones).toContainEqual(
		expect.objectContaining({ name: "Administrator signed in", isDone: true, at: expect.any(String) }),
	);
	const person = await createCustomer(keyturn, [{ casino: north.casino.id, roles: ["executive_sponsor"] }]);
	const first = async () =>
		(await run("SELECT first_sign_in_at AS at FROM users WHERE id = $1", [person.user.id])).rows;
	const [before] = await first();
	expect(before.at).toBeInstanceOf(Date);
	await keyturn.signIn(person.email, person.password);
	expect(await first()).toEqual([before]);
});

test("it is for the vendor's people, and says when there is no such casino", async () => {
	const customer = await createCustomer(keyturn, [{ casino: north.casino.id, roles: ["executive_sponsor"] }]);
	await expect(read(north.casino.id, customer)).rejects.toMatchObject({ status: 403 });
	await expect(read("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ status: 404 });
});

test("the page says that the product cannot be reached, within two seconds, when it fails or hangs", async () => {
	const { readProductState } = await import("@/operations/views/readProductState");
	const req = await keyturn.requestOf(finance.user);
	const { product } = keyturn.ports;
	const ask = product.findCasino;
	try {
		expect(await readProductState({ req, casinoId: north.casino.id })).toEqual({ reached: true, casino: null });
		product.findCasino = () => Promise.reject(new Error("connection refused"));
		expect(await readProductState({ req, casinoId: north.casino.id })).toMatchObject({ reached: false });
		product.findCasino = () => new Promise(() => {});
		const started = Date.now();
		expect(await readProductState({ req, casinoId: north.casino.id })).toMatchObject({ reached: false });
		expect(Date.now() - started).toBeLessThan(2500);
	} finally {
		product.findCasino = ask;
	}
});

test("the list of invoices shows the word of each invoice's own page, in one statement for a page", async () => {
	const { readListStanding } = await import("@/operations/views/readListStanding");
	const { readInvoiceMoney } = await import("@/operations/views/readInvoiceMoney");
	const west = await createCustomerSetup(keyturn, { name: "west" });
	const create = async (dueAt: string | null) => {
		const terms = { amountDue: 500, currency: "usd", dueAt, opensGate: false, po: { status: "none" } } as const;
		const data = { casino: west.casino.id, status: "open" as const, ...terms };
		const authority = asSystem(await keyturn.requestOf(), "test");
		return keyturn.payload.create({ collection: "invoices", data, depth: 0, ...authority });
	};
	const [late, partly, disputed] = [await create("2026-01-01"), await create(null), await create(null)];
	const pay = (invoice: string, amount: number, dispute: number) =>
		run(
			`INSERT INTO payments (casino_id, invoice_id, provider, reference, amount, disputed, currency, status)
			 VALUES ($1, $2::uuid, 'stripe', 'pi_' || $2::uuid, $3, $4, 'usd', 'captured')`,
			[west.casino.id, invoice, amount, dispute],
		);
	await pay(partly.id, 200, 0);
	await pay(disputed.id, 500, 500);
	const ids = [west.invoice.id, late.id, partly.id, disputed.id];
	const list = await countStatements(keyturn, () =>
		Promise.all(ids.map((invoiceId) => readListStanding({ payload: keyturn.payload, invoiceId }))),
	);
	expect(list).toEqual({ result: ["open", "overdue", "part_paid", "disputed"], statements: 1 });
	const req = await keyturn.requestOf(finance.user);
	const pages = ids.map((invoiceId) => readInvoiceMoney({ req, invoiceId }));
	expect((await Promise.all(pages)).map(({ standing }) => standing)).toEqual(list.result);
	expect(await readListStanding({ payload: keyturn.payload, invoiceId: west.casino.id })).toBeNull();
});
