import { describe, expect, it } from "vitest";
import { foldInvoice } from "@/domain/settlement/foldInvoice";
import { emptyInvoiceState } from "@/domain/settlement/invoiceState";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { type InvoiceRecord, planInvoiceChange, planPayments } from "@/domain/settlement/planInvoiceChange";
import { aFact, anInvoice, at } from "./examples";

const row = (change: Partial<InvoiceRecord> = {}): InvoiceRecord => ({ ...emptyInvoiceState("open"), ...change });
const plan = (current: InvoiceRecord, events: PaymentFact[]) =>
	planInvoiceChange(current, foldInvoice({ invoice: anInvoice, events }).state);

describe("planning what to write on an invoice", () => {
	it("a first payment becomes paid and writes only what it changed", () => {
		expect(plan(row(), [aFact("invoice.paid", 1, { paymentIntentId: "pi_1" })])).toEqual({
			change: { status: "paid", amountPaid: 200_000, paidAt: at(1), paymentIntentId: "pi_1" },
			became: "paid",
			newProblems: [],
			endedProblems: [],
		});
	});

	it("the same again writes nothing and tells nobody, also when the row spells the time differently", () => {
		const paid = row({ status: "paid", amountPaid: 200_000, paidAt: "2026-01-05T10:00:01+01:00" });
		expect(plan(paid, [aFact("invoice.paid", 1)])).toEqual({
			change: {},
			became: null,
			newProblems: [],
			endedProblems: [],
		});
	});

	it("a refund of a paid invoice is told once, after the change of status", () => {
		const events = [aFact("invoice.paid", 1), aFact("charge.refunded", 2, { refundedInFull: true })];
		const paid = row({ status: "paid", amountPaid: 200_000, paidAt: at(1) });
		const first = plan(paid, events);
		expect(first.became).toBe("refunded");
		expect(first.newProblems).toEqual([{ kind: "refunded", reference: "invoice", amount: 200_000 }]);
		expect(plan({ ...paid, ...first.change }, events)).toMatchObject({ became: null, newProblems: [] });
	});

	it("a problem that the payments no longer show ends, and one of another amount is told again", () => {
		const part = (amount: number) => aFact("charge.refunded", 2, { amount, paymentIntentId: "pi_1" });
		const paid = aFact("invoice.paid", 1, { paymentIntentId: "pi_1" });
		const known = row({ problems: [{ kind: "partially_refunded", reference: "invoice", amount: 500 }] });
		expect(plan(known, [paid, part(800)])).toMatchObject({
			newProblems: [{ kind: "partially_refunded", amount: 800 }],
			endedProblems: [],
		});
		expect(plan(known, [paid])).toMatchObject({ newProblems: [], endedProblems: known.problems });
	});

	it("a problem written before payments were rows is not told again", () => {
		const refund = aFact("charge.refunded", 2, { refundedInFull: true });
		const known = row({ problems: [{ kind: "refunded", reference: "event:evt_9", amount: 0 }] });
		expect(plan(known, [refund])).toMatchObject({ newProblems: [], endedProblems: [] });
	});

	it("paid and voided learnt at once never announces a payment that no longer stands", () => {
		expect(plan(row(), [aFact("invoice.paid", 1), aFact("invoice.voided", 2)])).toMatchObject({
			became: "void",
			newProblems: [{ kind: "voided" }],
		});
	});

	it("what the row knows and no event told is kept", () => {
		const known = row({ dueAt: "2026-01-14", hostedInvoiceUrl: "https://pay.test/own", providerNumber: "K-1" });
		expect(plan(known, [aFact("invoice.paid", 1)]).change).not.toHaveProperty("dueAt");
		expect(plan(known, [aFact("invoice.paid", 1)]).change).not.toHaveProperty("hostedInvoiceUrl");
	});

	it("a row moved by hand against what events say is brought back to it", () => {
		expect(plan(row({ status: "void" }), [aFact("invoice.updated", 1)])).toMatchObject({ became: "open" });
	});
});

describe("planning what to write of an invoice's payments", () => {
	const folded = (events: PaymentFact[]) => foldInvoice({ invoice: anInvoice, events }).state.payments;
	const implied = folded([aFact("invoice.paid", 1, { invoiceRef: "in_1" })]);
	const named = folded([
		aFact("invoice.paid", 1, { invoiceRef: "in_1" }),
		aFact("invoice_payment.paid", 2, { invoiceRef: "in_1", paymentIntentId: "pi_1" }),
	]);

	it("makes a row for a payment, and nothing when it is known", () => {
		expect(planPayments([], implied)).toEqual({ create: implied, update: [], remove: [] });
		const rows = implied.map((payment) => ({ ...payment, id: "row_1" }));
		expect(planPayments(rows, implied)).toEqual({ create: [], update: [], remove: [] });
	});

	it("a payment that its invoice implied keeps its row when it is named", () => {
		const rows = implied.map((payment) => ({ ...payment, id: "row_1" }));
		expect(rows[0]?.reference).toBe("in_1");
		expect(planPayments(rows, named)).toEqual({
			create: [],
			update: [{ id: "row_1", payment: expect.objectContaining({ reference: "pi_1", amount: 200_000 }) }],
			remove: [],
		});
	});

	it("what no event tells any more is removed", () => {
		const rows = named.map((payment) => ({ ...payment, id: "row_1" }));
		expect(planPayments(rows, [])).toEqual({ create: [], update: [], remove: ["row_1"] });
	});
});
