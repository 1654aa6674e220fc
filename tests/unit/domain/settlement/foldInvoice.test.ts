import { describe, expect, it } from "vitest";
import { baselineStatusOf, foldInvoice, type InvoiceBaseline } from "@/domain/settlement/foldInvoice";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { aFact, anInvoice, at } from "./examples";

const fold = (events: PaymentFact[], invoice: Partial<InvoiceBaseline> = {}) =>
	foldInvoice({ invoice: { ...anInvoice, ...invoice }, events });
const kindsOf = (events: PaymentFact[]) => fold(events).state.problems.map(({ kind }) => kind);
const outcomeOf = (fact: PaymentFact, invoice: Partial<InvoiceBaseline> = {}) =>
	fold([fact], invoice).outcomes.get(fact.eventId);

describe("a payment that fits", () => {
	it.each([
		"invoice.paid",
		"invoice.payment_succeeded",
		"invoice_payment.paid",
		"checkout.session.async_payment_succeeded",
		"manual.paid",
	])("%s pays the invoice", (type) => {
		const { state, outcomes } = fold([aFact(type, 3, { paymentIntentId: "pi_1" })]);
		expect(state).toMatchObject({
			status: "paid",
			amountPaid: 200_000,
			paidAt: at(3),
			paymentIntentId: "pi_1",
			problems: [],
		});
		expect(outcomes.get(`evt_${type}_3`)?.status).toBe("settled");
	});

	it("a completed checkout pays only once the money is there", () => {
		expect(fold([aFact("checkout.session.completed", 1, { isPaid: true })]).state.status).toBe("paid");
		expect(fold([aFact("checkout.session.completed", 1, { isPaid: false })]).state.status).toBe("open");
		expect(fold([aFact("checkout.session.completed", 1)]).state.status).toBe("open");
	});

	it("pays a draft whose finalisation was never told, and an invoice given up before", () => {
		expect(fold([aFact("invoice.paid", 1)], { status: "draft" }).state.status).toBe("paid");
		expect(fold([aFact("invoice.marked_uncollectible", 1), aFact("invoice.paid", 2)]).state.status).toBe("paid");
	});

	it("told by several events is one payment, complete from all of them", () => {
		const { state } = fold([
			aFact("invoice.paid", 1, { invoiceRef: "in_1" }),
			aFact("invoice_payment.paid", 2, { paymentIntentId: "pi_1" }),
		]);
		expect(state).toMatchObject({ status: "paid", paidAt: at(1), paymentIntentId: "pi_1", providerInvoiceId: "in_1" });
		expect(state.problems).toEqual([]);
	});

	it("under a second payment intent is noticed as paid twice", () => {
		const events = [
			aFact("invoice_payment.paid", 1, { paymentIntentId: "pi_1" }),
			aFact("checkout.session.completed", 2, { paymentIntentId: "pi_2", isPaid: true }),
		];
		expect(kindsOf(events)).toEqual(["paid_twice"]);
		expect(fold(events).state).toMatchObject({ status: "paid", paymentIntentId: "pi_1", amountPaid: 400_000 });
	});
});

describe("a payment that does not fit is held and changes nothing", () => {
	const cases: [string, Partial<PaymentFact>, string][] = [
		["another currency", { currency: "eur" }, "currency_mismatch"],
		["another currency and amount", { currency: "eur", amount: 1 }, "currency_mismatch"],
		["no currency", { currency: null }, "currency_mismatch"],
		["a cent less", { amount: 199_999 }, "amount_mismatch"],
		["a cent more", { amount: 200_001 }, "amount_mismatch"],
		["no amount", { amount: null }, "amount_mismatch"],
		["another customer", { customerId: "cus_other", payerEmail: "x@y.test" }, "duplicate_customer"],
		["another payer", { payerEmail: "someone@else.test" }, "email_mismatch"],
		["a tagged address", { payerEmail: "finance+1@acme.test" }, "email_mismatch"],
	];
	it.each(cases)("%s", (_, change, holdReason) => {
		const fact = aFact("invoice.paid", 1, { paymentIntentId: "pi_1", hostedUrl: "https://pay.test/1", ...change });
		const { state, outcomes } = fold([fact]);
		expect(outcomes.get(fact.eventId)).toMatchObject({ status: "held", holdReason });
		expect(state).toEqual(fold([]).state);
	});

	describe("somebody else paid, and another event of the payment fits without saying who", () => {
		const told = (of: Partial<PaymentFact>) => ({ invoiceRef: "in_1", paymentIntentId: "pi_1", ...of });
		const nobody = aFact("invoice_payment.paid", 1, told({ payerEmail: null, customerId: null }));
		const other = { payerEmail: "cfo@holding.test" };
		it("is a part of it until an event says who paid, whatever is told of the invoice before", () => {
			const issued = aFact("invoice.finalized", 0, { invoiceRef: "in_1" });
			expect(fold([issued, nobody]).state).toMatchObject({ status: "open", amountPaid: 200_000, paidAt: null });
			const paid = aFact("invoice.paid", 2, told({ paymentIntentId: null, payerEmail: null, customerId: null }));
			expect(fold([paid, nobody, issued]).state).toMatchObject({ status: "paid", paidAt: at(1) });
			expect(fold([nobody], { purchaserEmail: null, companyStripeId: null }).state.status).toBe("paid");
			expect(fold([{ ...nobody, customerId: "cus_acme" }]).state.status).toBe("paid");
		});

		it.each([
			["named by its intent", told(other), "held"],
			["told of the invoice alone", told({ ...other, paymentIntentId: null }), "held"],
			["decided by a person", told({ ...other, resolvedBy: "user_1" }), "settled"],
			["accepted before", told({ ...other, wasSettled: true }), "settled"],
		])("%s: it is here, and pays the invoice once that is not held", (_, of, status) => {
			const paid = aFact("invoice.paid", 2, of);
			const { state, outcomes } = fold([nobody, paid]);
			expect([state.status, state.amountPaid]).toEqual([status === "held" ? "open" : "paid", 200_000]);
			expect([outcomes.get(nobody.eventId)?.status, outcomes.get(paid.eventId)?.status]).toEqual(["settled", status]);
		});

		it.each([
			["a refund that names the payment", aFact("charge.refunded", 3, { paymentIntentId: "pi_1" })],
			["an earlier event that names nobody", aFact("invoice.paid", 0, { payerEmail: null, paymentIntentId: null })],
		])("%s takes nothing from the event that named the purchaser", (_, late) => {
			const nameless = { paymentIntentId: null, customerId: null };
			const named = aFact("invoice_payment.paid", 1, nameless);
			const someone = aFact("invoice.paid", 2, { ...nameless, ...other });
			for (const events of [
				[named, someone],
				[named, someone, late],
			]) {
				expect(fold(events).outcomes.get(someone.eventId)?.status).toBe("settled");
			}
		});

		it("is nothing for a person where a third event names the purchaser", () => {
			const paid = aFact("invoice.paid", 2, told(other));
			const page = aFact("checkout.session.completed", 2, { paymentIntentId: "pi_1", isPaid: true });
			expect(fold([nobody, paid, page]).outcomes.get(paid.eventId)?.status).toBe("settled");
		});
	});

	it("says which amounts differ", () => {
		expect(outcomeOf(aFact("invoice.paid", 1, { amount: 150_000 }))?.why).toBe(
			"The payment is $1,500.00, the invoice asks $2,000.00.",
		);
	});

	it("compares addresses without case and surrounding spaces, and only where both exist", () => {
		expect(outcomeOf(aFact("invoice.paid", 1, { payerEmail: " Finance@ACME.test " }))?.status).toBe("settled");
		expect(outcomeOf(aFact("invoice.paid", 1, { payerEmail: null }))?.status).toBe("settled");
		expect(outcomeOf(aFact("invoice.paid", 1, { payerEmail: "x@y.test" }), { purchaserEmail: null })?.status).toBe(
			"settled",
		);
		expect(outcomeOf(aFact("invoice.paid", 1, { customerId: "cus_x" }), { companyStripeId: null })?.status).toBe(
			"settled",
		);
	});

	it("a person answers for whose money it is, not for how much", () => {
		const resolved = { resolvedBy: "user_1", payerEmail: "x@y.test", customerId: "cus_other" };
		expect(outcomeOf(aFact("invoice.paid", 1, resolved))?.status).toBe("settled");
		expect(outcomeOf(aFact("invoice.paid", 1, { ...resolved, amount: 1 }))).toMatchObject({
			holdReason: "amount_mismatch",
		});
	});

	it("an accepted payment is not taken back when the company is linked to another customer later", () => {
		const accepted = aFact("invoice.paid", 1, { wasSettled: true });
		expect(fold([accepted], { companyStripeId: "cus_new" }).state.status).toBe("paid");
	});
});

describe("reversals", () => {
	it("a full refund refunds, whether or not the payment was ever told", () => {
		const refund = aFact("charge.refunded", 5, { refundedInFull: true, paymentIntentId: "pi_1" });
		expect(fold([aFact("invoice.paid", 1), refund]).state).toMatchObject({
			status: "refunded",
			amountPaid: 200_000,
			amountRefunded: 200_000,
			paidAt: at(1),
		});
		expect(fold([refund]).state).toMatchObject({ status: "refunded", paidAt: null });
		expect(kindsOf([refund])).toEqual(["refunded"]);
	});

	it("partial refunds are reported as totals, keep the invoice paid and end in a full one", () => {
		const part = (second: number, amount: number) => aFact("charge.refunded", second, { amount });
		const events = [aFact("invoice.paid", 1), part(2, 50_000), part(3, 80_000)];
		expect(fold(events).state).toMatchObject({ status: "paid", amountRefunded: 80_000, amountPaid: 200_000 });
		expect(fold(events).state.problems).toMatchObject([{ kind: "partially_refunded", amount: 80_000 }]);
		expect(fold([...events, aFact("charge.refunded", 4, { refundedInFull: true })]).state.status).toBe("refunded");
	});

	it("a dispute leaves the state and is noted", () => {
		const events = [
			aFact("invoice.paid", 1, { paymentIntentId: "pi_1" }),
			aFact("charge.dispute.created", 2, { amount: 70_000, paymentIntentId: "pi_1" }),
		];
		expect(fold(events).state.status).toBe("paid");
		expect(fold(events).state.problems).toEqual([{ kind: "disputed", reference: "pi_1", amount: 70_000 }]);
	});

	it("a void after the payment voids and is noted with what was paid", () => {
		const events = [aFact("invoice.paid", 1), aFact("invoice.voided", 2, { amount: 0 })];
		expect(fold(events).state).toMatchObject({ status: "void", amountPaid: 200_000 });
		expect(fold(events).state.problems).toMatchObject([{ kind: "voided", amount: 200_000 }]);
	});

	it("money for a void invoice is noted once, however many events tell it", () => {
		const events = [aFact("invoice.voided", 1), aFact("invoice_payment.paid", 2), aFact("invoice.paid", 3)];
		expect(fold(events).state).toMatchObject({ status: "void", amountPaid: 200_000 });
		expect(kindsOf(events)).toEqual(["paid_after_void"]);
	});

	it("a void of what was refunded changes nothing", () => {
		const refund = aFact("charge.refunded", 2, { refundedInFull: true });
		expect(fold([refund, aFact("invoice.voided", 3)]).state.status).toBe("refunded");
	});
});

describe("the rest of an invoice's life", () => {
	it("a finalised draft is open and shows the provider's link, due date and number, never its amount", () => {
		const { state } = fold(
			[
				aFact("invoice.finalized", 1, { hostedUrl: "https://pay.test/1", dueAt: "2026-02-24", providerNumber: "A-1" }),
				aFact("invoice.updated", 2, { hostedUrl: "https://pay.test/2", amount: 5 }),
			],
			{ status: "draft" },
		);
		expect(state).toMatchObject({
			status: "open",
			hostedInvoiceUrl: "https://pay.test/2",
			dueAt: "2026-02-24",
			providerNumber: "A-1",
			amountPaid: 0,
		});
	});

	it("a failed attempt is noted until the money comes, and does not matter after it", () => {
		const failed = aFact("invoice.payment_failed", 1);
		expect(fold([failed]).state).toMatchObject({ status: "open", paymentFailedAt: at(1) });
		expect(fold([failed, aFact("invoice.paid", 2)]).state.paymentFailedAt).toBeNull();
		expect(fold([aFact("invoice.paid", 1), aFact("invoice.payment_failed", 2)]).state.paymentFailedAt).toBeNull();
	});

	it("what happened in one second is taken in the order of an invoice's life", () => {
		const events = ["invoice.paid", "invoice.payment_failed", "invoice.finalized"].map((type) => aFact(type, 1));
		expect(fold(events, { status: "draft" }).state).toMatchObject({ status: "paid", paymentFailedAt: null });
		expect(kindsOf([aFact("charge.refunded", 1, { refundedInFull: true }), aFact("invoice.paid", 1)])).toEqual([
			"refunded",
		]);
	});

	it("times are compared as instants, not as text", () => {
		const late = aFact("invoice.voided", 1, { occurredAt: "2026-01-05T09:00:01.500Z" });
		const early = aFact("invoice.paid", 1, { occurredAt: "2026-01-05T10:00:01+01:00" });
		expect(fold([late, early]).state.problems).toMatchObject([{ kind: "voided" }]);
	});

	it("a type nobody knows is ignored", () => {
		const fact = aFact("invoice.sent", 1, { hostedUrl: "https://pay.test/1" });
		expect(fold([fact]).state).toEqual(fold([]).state);
		expect(outcomeOf(fact)).toMatchObject({ status: "ignored" });
	});

	it("starts from draft or issued, whatever became of the invoice since", () => {
		expect(baselineStatusOf("draft")).toBe("draft");
		for (const status of ["open", "paid", "void", "uncollectible", "refunded"] as const) {
			expect(baselineStatusOf(status)).toBe("open");
		}
	});
});
