import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createVendor, type Person } from "../../harness/factories";
import { findContracts } from "../../harness/findContracts";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { type StripeStandIn, startStripeStandIn } from "../../harness/stripeStandIn";
import { countJobs, workQueues } from "../../harness/workQueues";
import { query } from "../payments/stage";

const contracts = findContracts("stripe");

describe.skipIf(contracts === null)("a company at Stripe", () => {
	let keyturn: Keyturn;
	let stripe: StripeStandIn;
	let ops: Person;

	beforeAll(async () => {
		stripe = await startStripeStandIn(contracts ?? "");
		keyturn = await startKeyturn({
			environment: { STRIPE_SECRET_KEY: "sk_test_keyturn", STRIPE_API_BASE: stripe.apiBase },
		});
		ops = await createVendor(keyturn, "ops");
	});
	afterAll(async () => {
		await keyturn?.stop();
		await stripe?.stop();
	});

	async function create(name: string): Promise<string> {
		const body = { name, billingEmail: "billing@north.example" };
		const answer = await keyturn.rest("POST", "/companies", { as: ops, body });
		expect(answer.status).toBe(201);
		return (answer.body as { doc: { id: string } }).doc.id;
	}
	const change = (id: string, body: object) => keyturn.rest("PATCH", `/companies/${id}`, { as: ops, body });
	const work = () => workQueues(keyturn, ["syncCompany"]);
	const customersOf = (id: string) =>
		stripe.state.all("customer").filter(({ metadata }) => metadata?.keyturn_company === id);
	const stored = async (id: string) =>
		(
			await query<{ customer: string | null; isDue: boolean }>(
				keyturn,
				`SELECT nullif(stripe_i_d, '') AS customer, EXISTS (SELECT 1 FROM company_syncs WHERE company_id = id) AS "isDue"
				 FROM companies WHERE id = $1`,
				[id],
			)
		)[0];
	const risksOf = (id: string) =>
		query<{ status: string; detail: string }>(keyturn, "SELECT status::text, detail FROM risks WHERE key = $1", [
			`company-sync:${id}`,
		]);

	test("is told after the commit, by a job: made once, and changed with the company", async () => {
		const asked = stripe.requests.length;
		const id = await create("North Pier Casino Ltd");
		expect(stripe.requests.length).toBe(asked);
		expect(await stored(id)).toEqual({ customer: null, isDue: true });
		await work();
		const [customer, ...others] = customersOf(id);
		expect(others).toEqual([]);
		expect(customer).toMatchObject({ name: "North Pier Casino Ltd", email: "billing@north.example" });
		expect(await stored(id)).toEqual({ customer: customer?.id, isDue: false });
		await change(id, { name: "North Pier Group" });
		await work();
		expect(customersOf(id)).toEqual([expect.objectContaining({ id: customer?.id, name: "North Pier Group" })]);
	});

	test("is not asked for what does not concern it, nor for a save that was rolled back", async () => {
		const id = await create("Quiet Ltd");
		await work();
		await change(id, { phone: "+44 20 7946 0000" });
		expect((await change(id, { name: "" })).status).toBe(400);
		expect([await countJobs(keyturn, "syncCompany"), await stored(id)]).toMatchObject([0, { isDue: false }]);
	});

	test("out of reach keeps no save waiting, and is told when it is back", async () => {
		const id = await create("Patient Ltd");
		await work();
		stripe.failNext(/^POST \/v1\/customers\//, { status: 503, error: { message: "down" } }, 3);
		expect((await change(id, { name: "Patient Group" })).status).toBe(200);
		await expect(work()).rejects.toThrow(/Stripe/);
		expect(await stored(id)).toMatchObject({ isDue: true });
		await query(keyturn, "UPDATE company_syncs SET due_at = due_at - interval '1 minute'");
		const { sweep } = await import("@/operations/schedule/sweep");
		expect(await sweep({ payload: keyturn.payload })).toBe(1);
		await work();
		expect([await stored(id), customersOf(id)]).toMatchObject([{ isDue: false }, [{ name: "Patient Group" }]]);
	});

	test("that refuses becomes a risk in its words, which ends when it is told", async () => {
		const id = await create("Refused Ltd");
		await work();
		const link = (customer: unknown) =>
			query(keyturn, "UPDATE companies SET stripe_i_d = $2 WHERE id = $1", [id, customer]);
		await link("cus_gone");
		await change(id, { name: "Refused Group" });
		await work();
		expect(await risksOf(id)).toEqual([{ status: "open", detail: expect.stringContaining("No such object") }]);
		await link(customersOf(id)[0]?.id);
		await change(id, { name: "Accepted Group" });
		await work();
		expect(await risksOf(id)).toMatchObject([{ status: "resolved" }]);
	});

	test("hears the newest last, though an older telling is slow", async () => {
		const id = await create("First Ltd");
		await work();
		const { payments } = keyturn.ports;
		if (!payments) throw new Error("Stripe is off.");
		const { updateCustomer } = payments;
		payments.updateCustomer = async (input) => {
			payments.updateCustomer = updateCustomer;
			await change(id, { name: "Third Ltd" });
			const { syncCompany } = await import("@/operations/companies/syncCompany");
			await syncCompany({ payload: keyturn.payload, companyId: id });
			await updateCustomer(input);
		};
		await change(id, { name: "Second Ltd" });
		await work();
		expect([await stored(id), customersOf(id)]).toMatchObject([{ isDue: false }, [{ name: "Third Ltd" }]]);
	});
});
