import { describe, expect, it } from "vitest";
import { foldInvoice } from "@/domain/settlement/foldInvoice";
import { emptyInvoiceState } from "@/domain/settlement/invoiceState";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { type InvoiceRecord, planInvoiceChange } from "@/domain/settlement/planInvoiceChange";
import { TransitionRefused } from "@/errors";
import { aFact, anInvoice, at } from "./examples";

const row = (change: Partial<InvoiceRecord> = {}): InvoiceRecord => ({ ...emptyInvoiceState("open"), ...change });
const plan = (current: InvoiceRecord, events: PaymentFact[]) =>
	planInvoiceChange(current, foldInvoice({ invoice: anInvoice, events }).state);

describe("planning what to write on an invoice", () => {
	it("a first payment becomes paid and writes only what it changed", () => {
		expect(plan(row(), [aFact("invoice.paid", 1, { paymentIntentId: "pi_1" })])).toEqual({
			change: { status: "paid", amountPaid: 200_000, paidAt: at(1), paymentIntentId: "pi_1" },
			transitions: ["became_paid"],
			newReversals: [],
		});
	});

	it("the same again writes nothing and tells nobody, also when the row spells the time differently", () => {
		const paid = row({ status: "paid", amountPaid: 200_000, paidAt: "2026-01-05T10:00:01+01:00" });
		expect(plan(paid, [aFact("invoice.paid", 1)])).toEqual({ change: {}, transitions: [], newReversals: [] });
	});

	it("a refund of a paid invoice is told once, after the change of status", () => {
		const events = [aFact("invoice.paid", 1), aFact("charge.refunded", 2, { refundedInFull: true })];
		const paid = row({ status: "paid", amountPaid: 200_000, paidAt: at(1) });
		const first = plan(paid, events);
		expect(first.transitions).toEqual(["became_refunded", "reversed:refunded"]);
		expect(first.newReversals).toEqual([
			{ kind: "refunded", eventId: "evt_charge.refunded_2", at: at(2), amount: 200_000 },
		]);
		expect(plan({ ...paid, ...first.change }, events).transitions).toEqual([]);
	});

	it("paid and voided learnt at once never announces a payment that no longer stands", () => {
		expect(plan(row(), [aFact("invoice.paid", 1), aFact("invoice.voided", 2)]).transitions).toEqual([
			"became_void",
			"reversed:voided",
		]);
	});

	it("what the row knows and no event told is kept", () => {
		const known = row({ dueAt: at(9), hostedInvoiceUrl: "https://pay.test/own", providerNumber: "K-1" });
		expect(plan(known, [aFact("invoice.paid", 1)]).change).not.toHaveProperty("dueAt");
		expect(plan(known, [aFact("invoice.paid", 1)]).change).not.toHaveProperty("hostedInvoiceUrl");
	});

	it("a row moved by hand against what events say is refused, not overwritten", () => {
		expect(() => plan(row({ status: "void" }), [aFact("invoice.updated", 1)])).toThrow(TransitionRefused);
	});
});
