import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProvisioningStep } from "@/payload-types";
import type { Worker } from "@/worker/startWorker";
import { createCustomerSetup } from "../../harness/factories";
import { signStripeBody } from "../../harness/signStripeBody";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
let worker: Worker;

beforeAll(async () => {
	keyturn = await startKeyturn();
	const { startWorker } = await import("@/worker/startWorker");
	worker = await startWorker(keyturn.payload);
});

afterAll(async () => {
	await worker?.stop();
	await keyturn?.stop();
});

/** Looks until it is so, at most for `seconds`. */
async function until<Value>(
	look: () => Promise<Value>,
	isDone: (value: Value) => boolean,
	seconds = 15,
): Promise<Value> {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const value = await look();
		if (isDone(value) || Date.now() > end) return value;
		await sleep(25);
	}
}

test("a signed payment event becomes a live tenant whose administrator is invited", async () => {
	const { casino, company, onboarding, invoice, adminContact } = await createCustomerSetup(keyturn);
	const body = JSON.stringify({
		id: `evt_${invoice.id}`,
		object: "event",
		type: "invoice.paid",
		created: Math.floor(Date.now() / 1000),
		data: {
			object: {
				id: `in_${invoice.id}`,
				object: "invoice",
				status: "paid",
				amount_paid: invoice.amountDue,
				currency: invoice.currency,
				customer: "cus_main_job",
				customer_email: invoice.purchaserEmail,
				metadata: { keyturn_invoice: invoice.id },
			},
		},
	});
	const answer = await keyturn.request("/stripe/webhooks", {
		method: "POST",
		headers: { "stripe-signature": signStripeBody({ body, secret: "whsec_test" }) },
		body,
	});
	expect(answer.status).toBe(200);

	const read = (collection: "casinos" | "invoices" | "companies", id: string) =>
		keyturn.payload.findByID({ collection, id, depth: 0, overrideAccess: true });
	const steps = await until(
		async () =>
			(
				await keyturn.payload.find({
					collection: "provisioning-steps",
					where: { casino: { equals: casino.id } },
					sort: "position",
					limit: 50,
					depth: 0,
					overrideAccess: true,
				})
			).docs,
		(docs: ProvisioningStep[]) =>
			docs.length > 0 && docs.every(({ status }) => status !== "pending" && status !== "running"),
	);
	expect(steps.map(({ step, status, error }) => [step, status, error ?? null])).toEqual([
		["confirm_tenant", "succeeded", null],
		["create_settings", "succeeded", null],
		["bootstrap_product", "succeeded", null],
		["invite_administrator", "succeeded", null],
		["grant_entitlements", "skipped", null],
		["check_access", "succeeded", null],
		["mark_live", "succeeded", null],
		["send_welcome", "succeeded", null],
		["confirm_to_finance", "succeeded", null],
		["schedule_check_ins", "succeeded", null],
	]);
	expect(await read("casinos", casino.id)).toMatchObject({ status: "live", company: company.id });
	expect(await read("invoices", invoice.id)).toMatchObject({
		status: "paid",
		amountPaid: invoice.amountDue,
		stripeInvoiceId: `in_${invoice.id}`,
	});
	expect(await read("companies", company.id)).toMatchObject({ stripeID: "cus_main_job" });

	const { docs: messages } = await keyturn.payload.find({
		collection: "messages",
		where: { casino: { equals: casino.id } },
		limit: 50,
		depth: 0,
		overrideAccess: true,
	});
	expect(messages.map(({ template }) => template).sort()).toEqual(
		expect.arrayContaining(["payment_received", "staff_invite", "welcome"]),
	);
	const tenant = await keyturn.ports.product.findCasino(casino.id);
	expect(tenant?.staff).toEqual([expect.objectContaining({ email: adminContact.email, status: "invited" })]);
	const { totalDocs: runs } = await keyturn.payload.count({
		collection: "provisioning-runs",
		where: { onboarding: { equals: onboarding.id } },
		overrideAccess: true,
	});
	expect(runs).toBe(1);
});
