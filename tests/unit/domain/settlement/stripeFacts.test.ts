import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveType } from "@/domain/settlement/effectiveType";
import { stripeFacts } from "@/domain/settlement/stripeFacts";

const created = 1_767_603_600; // 2026-01-05T09:00:00Z
const event = (type: string, object: Record<string, unknown>) => ({
	id: "evt_1",
	object: "event",
	type,
	created,
	data: { object },
});

/** An invoice as the newest API versions show it: no `paid`, no `payment_intent`, the subscription under `parent`. */
const newInvoice = {
	id: "in_1",
	object: "invoice",
	status: "paid",
	amount_due: 2000,
	amount_paid: 2000,
	currency: "usd",
	customer: "cus_1",
	customer_email: "pay@acme.test",
	hosted_invoice_url: "https://invoice.test/1",
	due_date: created + 60,
	number: "A-0001",
	metadata: { keyturn_invoice: "our-invoice", keyturn_onboarding: "our-onboarding" },
	parent: { subscription_details: { subscription: "sub_1", metadata: {} } },
	status_transitions: { finalized_at: created - 10, paid_at: created + 5, voided_at: null },
};

describe("when an event happened", () => {
	const at = (createdAt: number, receivedAt: string) =>
		stripeFacts({ ...event("invoice.paid", newInvoice), created: createdAt }, null, receivedAt).fact?.occurredAt;

	it("is what it says, and never after it came", () => {
		const received = "2026-01-05T09:00:00.900Z";
		expect(at(created, received)).toBe("2026-01-05T09:00:00.000Z");
		expect(at(created - 86_400, received)).toBe("2026-01-04T09:00:00.000Z");
		expect(at(created + 300, received)).toBe("2026-01-05T09:05:00.000Z");
		expect(at(created + 301, received)).toBe("2026-01-05T09:00:00.000Z");
		expect(at(9_999_999_999, received)).toBe("2026-01-05T09:00:00.000Z");
	});
});

describe("reading an invoice event", () => {
	it("takes the fact and every reference from a present-day body", () => {
		expect(stripeFacts(event("invoice.paid", newInvoice))).toEqual({
			kind: "invoice",
			refs: {
				keyturnInvoice: "our-invoice",
				invoiceRef: "in_1",
				paymentIntentRef: null,
				chargeRef: null,
				keyturnOnboarding: "our-onboarding",
				inheritedInvoice: null,
				inheritedOnboarding: null,
				billingReason: null,
				customerRef: "cus_1",
				subscriptionRef: "sub_1",
				objectId: "in_1",
			},
			fact: {
				eventId: "evt_1",
				provider: "stripe",
				type: "invoice.paid",
				occurredAt: "2026-01-05T09:00:00.000Z",
				amount: 2000,
				amountDue: 2000,
				total: null,
				namedPayments: [],
				livemode: null,
				chargeRef: null,
				currency: "usd",
				payerEmail: "pay@acme.test",
				customerId: "cus_1",
				paymentIntentId: null,
				invoiceRef: "in_1",
				hostedUrl: "https://invoice.test/1",
				dueAt: "2026-01-05",
				providerNumber: "A-0001",
			},
		});
	});

	it("reads a body of 2017: `payment_succeeded`, `paid` instead of a status, no amount paid", () => {
		const old = { id: "in_1", object: "invoice", paid: true, closed: true, amount_due: 999, currency: "usd" };
		const { fact } = stripeFacts(
			event("invoice.payment_succeeded", { ...old, customer: "cus_1", subscription: "sub_1" }),
		);
		expect(fact).toMatchObject({ type: "invoice.paid", amount: 999, customerId: "cus_1" });
		expect(stripeFacts(event("invoice.updated", { ...old, paid: false })).fact).toMatchObject({ amount: null });
	});

	it("an invoice paid elsewhere was paid in full", () => {
		const { fact } = stripeFacts(event("invoice.paid", { ...newInvoice, amount_paid: 0, paid_out_of_band: true }));
		expect(fact).toMatchObject({ amount: 2000 });
	});

	it("takes the payment intent and the customer from the id or the expanded object", () => {
		const expanded = { ...newInvoice, payment_intent: { id: "pi_1" }, customer: { id: "cus_9", object: "customer" } };
		expect(stripeFacts(event("invoice.paid", expanded)).refs).toMatchObject({
			paymentIntentRef: "pi_1",
			customerRef: "cus_9",
		});
	});

	it.each([
		["the subscription's details", { parent: { subscription_details: { metadata: { keyturn_invoice: "x" } } } }],
		["the subscription's details as of 2023", { subscription_details: { metadata: { keyturn_invoice: "x" } } }],
		["the lines, all agreeing", { lines: { data: [{ metadata: { keyturn_invoice: "x" } }, { metadata: {} }] } }],
	])("knows metadata on %s as the subscription's, not the invoice's own", (_, where) => {
		const { refs } = stripeFacts(
			event("invoice.paid", { ...newInvoice, subscription: "sub_1", metadata: {}, ...where }),
		);
		expect(refs).toMatchObject({ keyturnInvoice: null, inheritedInvoice: "x" });
	});

	it("finds our metadata on the lines of an invoice without a subscription", () => {
		const lines = { data: [{ metadata: { keyturn_invoice: "x" } }, { metadata: {} }] };
		const { refs } = stripeFacts(event("invoice.paid", { ...newInvoice, metadata: {}, parent: null, lines }));
		expect(refs).toMatchObject({ keyturnInvoice: "x", inheritedInvoice: null });
	});

	it("names the payments that an invoice lists as paid, and none of the others", () => {
		const listed = (status: string, payment: object) => ({ status, amount_paid: 1000, payment });
		const data = [
			listed("paid", { type: "payment_intent", payment_intent: "pi_1" }),
			listed("canceled", { type: "payment_intent", payment_intent: "pi_2" }),
			listed("paid", { type: "payment_record", payment_record: "pr_1" }),
		];
		expect(stripeFacts(event("invoice.paid", { ...newInvoice, payments: { data } })).fact).toMatchObject({
			namedPayments: [{ intent: "pi_1", charge: null, amount: 1000 }],
		});
	});

	it("takes what was asked in our currency, where the payer was shown another", () => {
		const session = {
			id: "cs_1",
			object: "checkout.session",
			payment_status: "paid",
			amount_total: 1_870,
			currency: "eur",
			currency_conversion: { amount_total: 2_000, source_currency: "usd", fx_rate: "0.935" },
		};
		expect(stripeFacts(event("checkout.session.completed", session)).fact).toMatchObject({
			amount: 2_000,
			currency: "usd",
		});
	});

	it("a tip counts neither as charged nor as given back", () => {
		const charge = {
			id: "ch_1",
			object: "charge",
			amount: 2_300,
			amount_refunded: 2_300,
			refunded: true,
			currency: "usd",
		};
		const tipped = { ...charge, amount_details: { tip: { amount: 300 } } };
		expect(stripeFacts(event("charge.refunded", tipped)).fact).toMatchObject({ amountDue: 2_000, amount: 2_000 });
	});

	it("does not choose between lines that name different invoices", () => {
		const lines = { data: ["x", "y"].map((id) => ({ metadata: { keyturn_invoice: id } })) };
		expect(stripeFacts(event("invoice.paid", { ...newInvoice, metadata: null, lines })).refs.keyturnInvoice).toBeNull();
	});

	it("`invoice_payment.paid` names invoice, amount and payment intent", () => {
		const payment = {
			id: "inpay_1",
			object: "invoice_payment",
			invoice: "in_1",
			amount_paid: 2000,
			amount_requested: 2000,
			currency: "usd",
			payment: { type: "payment_intent", payment_intent: "pi_1" },
		};
		const reading = stripeFacts(event("invoice_payment.paid", payment));
		expect(reading.kind).toBe("invoice");
		expect(reading.fact).toMatchObject({ amount: 2000, paymentIntentId: "pi_1", invoiceRef: "in_1", payerEmail: null });
		const invoice = { id: "in_1", object: "invoice", customer: "cus_1", customer_email: "ada@acme.test" };
		const fresh = stripeFacts(event("invoice_payment.paid", payment), { ...payment, invoice });
		expect(fresh.fact).toMatchObject({ invoiceRef: "in_1", customerId: "cus_1", payerEmail: "ada@acme.test" });
	});
});

describe("an object that was read again", () => {
	const old = event("invoice.finalized", { ...newInvoice, status: "open", amount_paid: 0 });

	it("speaks for the event, at the moment it reached its state", () => {
		expect(stripeFacts(old, newInvoice).fact).toMatchObject({
			type: "invoice.paid",
			amount: 2000,
			occurredAt: "2026-01-05T09:00:05.000Z",
		});
	});

	it("leaves the event its own time when its type says the same", () => {
		expect(stripeFacts(event("invoice.paid", newInvoice), newInvoice).fact).toMatchObject({
			occurredAt: "2026-01-05T09:00:00.000Z",
		});
	});

	it("is not taken when it is another object", () => {
		expect(stripeFacts(old, { ...newInvoice, id: "in_2" }).fact).toMatchObject({
			type: "invoice.finalized",
			amount: 0,
		});
	});

	it.each([
		["invoice.finalized", "draft", "invoice.updated"],
		["invoice.updated", "open", "invoice.finalized"],
		["invoice.payment_failed", "open", "invoice.payment_failed"],
		["invoice.payment_failed", "paid", "invoice.paid"],
		["invoice.payment_succeeded", "paid", "invoice.paid"],
		["invoice.paid", "void", "invoice.voided"],
		["invoice.updated", "uncollectible", "invoice.marked_uncollectible"],
		["invoice.updated", "of_the_future", "invoice.updated"],
		["invoice.sent", "paid", "invoice.sent"],
	])("%s about an invoice now %s stands for %s", (type, status, stands) => {
		expect(effectiveType({ type, freshObject: { object: "invoice", status } })).toBe(stands);
	});

	it("without it the type stays, and so do the types of other objects", () => {
		expect(effectiveType({ type: "invoice.updated", freshObject: null })).toBe("invoice.updated");
		const session = { object: "checkout.session", status: "open" };
		expect(effectiveType({ type: "checkout.session.completed", freshObject: session })).toBe(
			"checkout.session.completed",
		);
	});
});

describe("reading other events", () => {
	it("a checkout pays when its payment status says so, by whoever filled it in", () => {
		const session = {
			id: "cs_1",
			object: "checkout.session",
			amount_total: 2000,
			currency: "usd",
			customer: null,
			customer_email: "typed@acme.test",
			customer_details: { email: "paid@acme.test" },
			payment_status: "paid",
			payment_intent: "pi_1",
			metadata: { keyturn_invoice: "our-invoice" },
		};
		const { kind, fact, refs } = stripeFacts(event("checkout.session.completed", session));
		expect(kind).toBe("checkout");
		expect(fact).toMatchObject({ isPaid: true, amount: 2000, payerEmail: "paid@acme.test", paymentIntentId: "pi_1" });
		expect(refs).toMatchObject({ keyturnInvoice: "our-invoice", invoiceRef: null, objectId: "cs_1" });
		for (const payment_status of ["unpaid", "no_payment_required", undefined]) {
			expect(stripeFacts(event("checkout.session.completed", { ...session, payment_status })).fact).toMatchObject({
				isPaid: false,
			});
		}
	});

	it("a refund says how much went back so far and whether that is all", () => {
		const charge = {
			id: "ch_1",
			object: "charge",
			amount: 2000,
			amount_refunded: 500,
			currency: "usd",
			payment_intent: "pi_1",
		};
		const part = stripeFacts(event("charge.refunded", { ...charge, refunded: false }));
		expect(part).toMatchObject({
			kind: "charge",
			fact: { amount: 500, refundedInFull: false, paymentIntentId: "pi_1" },
		});
		const full = { ...charge, amount_refunded: 2000, refunded: true };
		expect(stripeFacts(event("charge.refunded", full)).fact).toMatchObject({ amount: 2000, refundedInFull: true });
	});

	it("an old charge names its invoice; a dispute finds the payment through its charge", () => {
		const charge = {
			id: "ch_1",
			object: "charge",
			amount: 2000,
			amount_refunded: 2000,
			refunded: true,
			invoice: "in_1",
		};
		expect(stripeFacts(event("charge.refunded", charge)).refs.invoiceRef).toBe("in_1");
		const dispute = {
			id: "dp_1",
			object: "dispute",
			amount: 700,
			currency: "usd",
			charge: { id: "ch_1", payment_intent: "pi_1", metadata: { keyturn_invoice: "our-invoice" } },
		};
		const reading = stripeFacts(event("charge.dispute.created", dispute));
		expect(reading).toMatchObject({ kind: "charge", fact: { amount: 700, paymentIntentId: "pi_1" } });
		expect(reading.refs.keyturnInvoice).toBe("our-invoice");
	});

	it.each([
		[
			"on the item (new)",
			{ items: { data: [{ current_period_end: created, price: { id: "price_1", recurring: { interval: "year" } } }] } },
		],
		[
			"on the subscription (old)",
			{ current_period_end: created, plan: { id: "price_1", interval: "year" }, items: { data: [] } },
		],
	])("a subscription's period and cycle %s", (_, shape) => {
		const subscription = { id: "sub_1", object: "subscription", status: "active", customer: "cus_1", ...shape };
		expect(stripeFacts(event("customer.subscription.created", subscription))).toMatchObject({
			kind: "subscription",
			refs: { subscriptionRef: "sub_1", customerRef: "cus_1" },
			fact: {
				subscriptionId: "sub_1",
				status: "active",
				plan: "price_1",
				billingCycle: "year",
				currentPeriodEnd: "2026-01-05T09:00:00.000Z",
			},
		});
	});

	it("a plan is called by its lookup key, then its nickname, then its id", () => {
		const planOf = (price: object) => {
			const subscription = { id: "sub_1", object: "subscription", status: "active", items: { data: [{ price }] } };
			return stripeFacts(event("customer.subscription.updated", subscription)).fact;
		};
		expect(planOf({ id: "p", nickname: "Gold", lookup_key: "gold" })).toMatchObject({ plan: "gold" });
		expect(planOf({ id: "p", nickname: "Gold", lookup_key: null })).toMatchObject({ plan: "Gold" });
		expect(planOf({ id: "p", nickname: null })).toMatchObject({ plan: "p" });
	});

	it("a subscription in a status Stripe has not published yet yields no fact", () => {
		const subscription = { id: "sub_1", object: "subscription", status: "of_the_future" };
		expect(stripeFacts(event("customer.subscription.updated", subscription)).fact).toBeNull();
	});

	it("a customer's name and address", () => {
		expect(
			stripeFacts(event("customer.updated", { id: "cus_1", object: "customer", email: "a@b.test", name: null })),
		).toMatchObject({
			kind: "customer",
			refs: { customerRef: "cus_1" },
			fact: { customerId: "cus_1", email: "a@b.test", name: null },
		});
	});
});

describe("a body that is not understood", () => {
	it("is unknown, and says which object it was about when it says so", () => {
		const plan = { id: "plan_1", object: "plan" };
		expect(stripeFacts(event("plan.created", plan))).toMatchObject({
			kind: "unknown",
			refs: { objectId: "plan_1" },
			fact: null,
		});
	});

	it("never throws, whatever it is", () => {
		const types = fc.constantFrom(
			"invoice",
			"invoice_payment",
			"checkout.session",
			"charge",
			"dispute",
			"subscription",
			"customer",
		);
		const somewhat = fc.tuple(
			types,
			fc.dictionary(
				fc.constantFrom("id", "items", "lines", "metadata", "customer", "parent", "amount_paid", "plan", "created"),
				fc.jsonValue(),
			),
		);
		fc.assert(
			fc.property(somewhat, fc.jsonValue(), ([object, rest], anything) => {
				const reading = stripeFacts(event("invoice.paid", { ...rest, object }), anything);
				expect(reading.kind).not.toBe("unknown");
				expect(() => stripeFacts(anything, rest)).not.toThrow();
			}),
		);
	});
});
