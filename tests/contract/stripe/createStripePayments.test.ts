import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { VendorFailed } from "@/errors";
import { createStripePayments } from "@/integrations/stripe/createStripePayments";
import type { PaymentsPort } from "@/provisioning/ports";
import { findContracts } from "../../harness/findContracts";
import { type StripeStandIn, startStripeStandIn } from "../../harness/stripeStandIn";

const contracts = findContracts("stripe");

describe.skipIf(contracts === null)("payments at Stripe, against its published parameters", () => {
	let stripe: StripeStandIn;
	let payments: PaymentsPort;

	beforeAll(async () => {
		stripe = await startStripeStandIn(contracts ?? "");
		payments = createStripePayments({ secretKey: "sk_test_ours", apiBase: stripe.apiBase });
	});
	afterAll(() => stripe.stop());
	beforeEach(() => {
		stripe.requests.length = 0;
	});

	let count = 0;
	const uniqueKey = () => `key-${++count}`;
	const invoiceOf = (values: { dueAt?: string | null } = {}) => {
		const idempotencyKey = uniqueKey();
		return {
			idempotencyKey,
			customerId: stripe.state.createCustomer({ name: "Royal Flush Ltd" }).id,
			amount: 125_000,
			currency: "eur",
			description: "Floor tool, first year",
			dueAt: "2099-01-31",
			metadata: { keyturn_invoice: `invoice of ${idempotencyKey}`, keyturn_onboarding: "onboarding-1" },
			...values,
		};
	};
	const paths = () => stripe.requests.map(({ method, path }) => `${method} ${path.replace(/in_\w+/, "in")}`);
	const failureOf = async (work: Promise<unknown>) => {
		const error = await work.then(
			() => null,
			(reason: unknown) => reason,
		);
		expect(error).toBeInstanceOf(VendorFailed);
		return error as VendorFailed;
	};

	describe("an invoice that is sent", () => {
		test("is drafted, given its line, finalized and sent, with our ids on it", async () => {
			const input = invoiceOf();
			const sent = await payments.sendInvoice(input);
			const kept = stripe.state.find(sent.invoiceId);
			expect(kept).toMatchObject({
				status: "open",
				total: 125_000,
				currency: "eur",
				customer: input.customerId,
				collection_method: "send_invoice",
				due_date: 4_073_544_000,
				metadata: input.metadata,
			});
			expect(sent.hostedUrl).toBe(kept?.hosted_invoice_url);
			expect(sent.paymentIntentId).toMatch(/^pi_/);
			expect(paths()).toEqual([
				"GET /v1/invoices",
				"POST /v1/invoices",
				"POST /v1/invoiceitems",
				"POST /v1/invoices/in/finalize",
				"POST /v1/invoices/in/send",
			]);
			const keys = stripe.requests.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
			expect(keys).toEqual(["invoice", "item", "finalize", "send"].map((call) => `${input.idempotencyKey}:${call}`));
		});

		test("is due on receipt when no date is agreed or the date has passed", async () => {
			for (const dueAt of [null, "2020-01-01"]) {
				stripe.requests.length = 0;
				await payments.sendInvoice(invoiceOf({ dueAt }));
				const { body } = stripe.requests.find(({ method, path }) => method === "POST" && path === "/v1/invoices") ?? {};
				expect(body).toMatchObject({ days_until_due: 0 });
				expect(body).not.toHaveProperty("due_date");
			}
		});

		test("is one invoice however often the call is repeated", async () => {
			const input = invoiceOf();
			const first = await payments.sendInvoice(input);
			const [second, third] = await Promise.all([payments.sendInvoice(input), payments.sendInvoice(input)]);
			expect([second, third]).toEqual([first, first]);
			const ours = stripe.state.all("invoice").filter(({ customer }) => customer === input.customerId);
			expect(ours).toHaveLength(1);
			expect(ours[0]?.total).toBe(125_000);
		});

		test.each([
			["the draft", "POST /v1/invoices"],
			["the line", "POST /v1/invoiceitems"],
			["the finalization", /\/finalize$/],
			["the sending", /\/send$/],
		])("continues when the answer about %s was lost", async (_what, request) => {
			const input = invoiceOf();
			stripe.failNext(request, "connection lost after the work", 3);
			expect((await failureOf(payments.sendInvoice(input))).isTransient).toBe(true);
			const sent = await payments.sendInvoice(input);
			const ours = stripe.state.all("invoice").filter(({ customer }) => customer === input.customerId);
			expect(ours.map(({ id, status, total }) => ({ id, status, total }))).toEqual([
				{ id: sent.invoiceId, status: "open", total: 125_000 },
			]);
		});

		test("continues a draft of ours when Stripe has forgotten the idempotency key", async () => {
			const input = invoiceOf();
			stripe.failNext("POST /v1/invoiceitems", {
				status: 400,
				error: { type: "invalid_request_error", message: "no" },
			});
			await failureOf(payments.sendInvoice(input));
			const sent = await payments.sendInvoice({ ...input, idempotencyKey: uniqueKey() });
			const ours = stripe.state.all("invoice").filter(({ customer }) => customer === input.customerId);
			expect(ours.map(({ id, status }) => ({ id, status }))).toEqual([{ id: sent.invoiceId, status: "open" }]);
		});

		test("is not sent again once it is paid", async () => {
			const input = invoiceOf();
			const { invoiceId } = await payments.sendInvoice(input);
			stripe.state.payInvoice(invoiceId);
			stripe.requests.length = 0;
			expect((await payments.sendInvoice({ ...input, idempotencyKey: uniqueKey() })).invoiceId).toBe(invoiceId);
			expect(paths()).toEqual(["GET /v1/invoices", "GET /v1/invoices/in"]);
		});

		test("is made again when the earlier one was voided", async () => {
			const input = invoiceOf();
			const { invoiceId } = await payments.sendInvoice(input);
			stripe.state.voidInvoice(invoiceId);
			const again = await payments.sendInvoice({ ...input, idempotencyKey: uniqueKey() });
			expect(again.invoiceId).not.toBe(invoiceId);
		});

		test("is refused when the one at Stripe is over another sum", async () => {
			const input = invoiceOf();
			await payments.sendInvoice(input);
			const failure = await failureOf(payments.sendInvoice({ ...input, idempotencyKey: uniqueKey(), amount: 99 }));
			expect(failure.isTransient).toBe(false);
			expect(failure.publicMessage).toMatch(/is over 125000 eur .* ours over 99 eur/);
		});
	});

	describe("a customer", () => {
		test.each(["company", "casino"] as const)("is created once for a %s and found again", async (kind) => {
			const input = { billed: { kind, id: "c0ffee" }, name: 'O\'Hara "Aces"', email: "pay@example.com" };
			const first = await payments.ensureCustomer({ ...input, idempotencyKey: uniqueKey() });
			const again = await payments.ensureCustomer({ ...input, idempotencyKey: uniqueKey() });
			expect(again).toEqual(first);
			expect(stripe.state.find(first.customerId)).toMatchObject({
				name: input.name,
				email: input.email,
				metadata: { [`keyturn_${kind}`]: "c0ffee" },
			});
			expect(stripe.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
		});

		test("may have no e-mail address", async () => {
			const { customerId } = await payments.ensureCustomer({
				idempotencyKey: uniqueKey(),
				billed: { kind: "company", id: "no-mail" },
				name: "Silent Ltd",
				email: null,
			});
			expect(stripe.requests.at(-1)?.body).toEqual({ name: "Silent Ltd", metadata: { keyturn_company: "no-mail" } });
			expect(customerId).toMatch(/^cus_/);
		});
	});

	describe("a checkout", () => {
		const checkoutOf = (payer: { customerId: string | null; email: string | null }) => ({
			...payer,
			idempotencyKey: uniqueKey(),
			amount: 4_900,
			currency: "usd",
			description: "One seat",
			metadata: { keyturn_invoice: "invoice-9" },
			successUrl: "https://keyturn.example/paid",
			cancelUrl: "https://keyturn.example/later",
		});

		test("asks for the amount and leaves our ids on the session and on the payment", async () => {
			const { sessionId, url } = await payments.createCheckout(
				checkoutOf({ customerId: null, email: "a@example.com" }),
			);
			expect(url).toMatch(/^https:/);
			expect(stripe.state.find(sessionId)).toMatchObject({ amount_total: 4_900, currency: "usd", mode: "payment" });
			expect(stripe.requests.at(-1)?.body).toMatchObject({
				customer_email: "a@example.com",
				metadata: { keyturn_invoice: "invoice-9" },
				payment_intent_data: { metadata: { keyturn_invoice: "invoice-9" } },
			});
		});

		test("is for the known customer, else for whoever pays", async () => {
			const customerId = stripe.state.createCustomer({}).id;
			await payments.createCheckout(checkoutOf({ customerId, email: "ignored@example.com" }));
			expect(stripe.requests.at(-1)?.body).toMatchObject({ customer: customerId });
			expect(stripe.requests.at(-1)?.body).not.toHaveProperty("customer_email");
			await payments.createCheckout(checkoutOf({ customerId: null, email: null }));
			expect(stripe.requests.at(-1)?.body).not.toHaveProperty("customer");
		});

		test("repeated with its key is the same checkout", async () => {
			const input = checkoutOf({ customerId: null, email: null });
			expect(await payments.createCheckout(input)).toEqual(await payments.createCheckout(input));
		});
	});

	describe("looking", () => {
		test("finds the invoice that carries our id, with and without its customer, over several pages", async () => {
			const input = invoiceOf();
			const { invoiceId } = await payments.sendInvoice(input);
			for (let other = 0; other < 120; other++)
				stripe.state.createInvoice({ customer: input.customerId, days_until_due: 0 });
			const { keyturn_invoice: keyturnInvoice } = input.metadata;
			const found = { invoiceId, status: "open" };
			expect(await payments.findInvoice({ keyturnInvoice, customerId: input.customerId })).toEqual(found);
			expect(await payments.findInvoice({ keyturnInvoice, customerId: null })).toEqual(found);
			expect(await payments.findInvoice({ keyturnInvoice: "nobody's", customerId: input.customerId })).toBeNull();
			const stranger = stripe.state.createCustomer({}).id;
			expect(await payments.findInvoice({ keyturnInvoice, customerId: stranger })).toBeNull();
		});

		test.each([
			["invoice", "in_1", "invoice"],
			["invoice_payment", "inpay_1", "invoice_payment"],
			["checkout", "cs_1", "checkout.session"],
			["charge", "ch_1", "charge"],
			["dispute", "dp_1", "dispute"],
			["subscription", "sub_1", "subscription"],
			["customer", "cus_1", "customer"],
		] as const)("retrieves a %s as it stands now, and null when there is none", async (kind, id, object) => {
			expect(await payments.retrieve(kind, id)).toBeNull();
			stripe.state.put({ id, object, metadata: { told: "by the provider" } });
			expect(await payments.retrieve(kind, id)).toEqual({ id, object, metadata: { told: "by the provider" } });
		});

		test("retrieves an invoice with its payments", async () => {
			const { invoiceId, paymentIntentId } = await payments.sendInvoice(invoiceOf());
			const invoice = await payments.retrieve("invoice", invoiceId);
			expect(invoice).toMatchObject({ payments: { data: [{ payment: { payment_intent: paymentIntentId } }] } });
			expect(stripe.requests.at(-1)?.query).toEqual({ expand: ["payments"] });
		});

		test("retrieves a payment of an invoice with the invoice, which says who pays", async () => {
			const { invoiceId } = await payments.sendInvoice(invoiceOf());
			stripe.state.put({ id: "inpay_2", object: "invoice_payment", invoice: invoiceId });
			const payment = await payments.retrieve("invoice_payment", "inpay_2");
			expect(payment).toMatchObject({ invoice: { id: invoiceId, customer: expect.stringMatching(/^cus_/) } });
		});
	});

	describe("events since a moment", () => {
		const hour = 3_600;
		const now = Math.floor(Date.now() / 1000);
		const listed = async (since: number) => {
			const ids: string[] = [];
			for await (const event of payments.listEvents({ since: new Date(since * 1000).toISOString() })) {
				ids.push(String(event.id));
			}
			return ids;
		};
		const put = (id: string, created: number) =>
			stripe.state.put({ id, object: "event", type: "invoice.paid", created });

		test("come oldest first, each once, whole pages and days of them", async () => {
			const since = now - 75 * hour;
			put("evt_too_old", since - 1);
			const ids = Array.from({ length: 250 }, (_, index) => `evt_${String(index).padStart(3, "0")}`);
			ids.forEach((id, index) => {
				put(id, since + Math.floor((index * 74 * hour) / 250));
			});
			const mine = (await listed(since)).filter((id) => /^evt_(\d{3}|too_old)$/.test(id));
			expect(mine).toEqual(ids);
		});

		test("are asked for no further back than Stripe keeps them", async () => {
			put("evt_ancient", now - 40 * 24 * hour);
			put("evt_kept", now - 29 * 24 * hour);
			const ids = await listed(now - 400 * 24 * hour);
			expect(ids).toContain("evt_kept");
			expect(ids).not.toContain("evt_ancient");
			expect(stripe.requests.filter(({ path }) => path === "/v1/events").length).toBeLessThan(40);
		});

		test("end with the vendor's failure when the connection does", async () => {
			stripe.failNext("GET /v1/events", "connection refused", 3);
			expect((await failureOf(listed(now))).isTransient).toBe(true);
		});
	});

	describe("a failure", () => {
		const retrieve = () => payments.retrieve("invoice", "in_any");

		test.each([
			["no connection", "connection refused" as const, true],
			["too many requests", { status: 429, error: { type: "rate_limit_error", message: "slow down" } }, true],
			["a server error", { status: 500, error: { type: "api_error", message: "sorry" } }, true],
			["a key in use", { status: 409, error: { type: "idempotency_error", message: "in use" } }, true],
			["a refused request", { status: 400, error: { type: "invalid_request_error", message: "no such thing" } }, false],
		])("by %s says whether the call is worth repeating", async (_name, failure, isTransient) => {
			stripe.failNext("GET /v1/invoices/in_any", failure, 3);
			const failed = await failureOf(retrieve());
			expect(failed.isTransient).toBe(isTransient);
			expect(failed.publicMessage).toMatch(/^Stripe: /);
			stripe.state.put({ id: "in_any", object: "invoice" });
			for (let left = 0; left < 3; left++) await retrieve().catch(() => {});
		});

		test("by a revoked key names the setting and does not show the key", async () => {
			const revoked = createStripePayments({ secretKey: "sk_test_revoked_secret", apiBase: stripe.apiBase });
			const failed = await failureOf(revoked.retrieve("invoice", "in_any"));
			expect(failed.isTransient).toBe(false);
			expect(failed.publicMessage).toContain("STRIPE_SECRET_KEY");
			expect(failed.publicMessage).not.toContain("sk_test");
		});

		test("that is brief is got over without anybody noticing", async () => {
			stripe.state.put({ id: "in_any", object: "invoice" });
			stripe.failNext("GET /v1/invoices/in_any", "connection refused", 1);
			expect(await retrieve()).toMatchObject({ id: "in_any" });
		});
	});
});
