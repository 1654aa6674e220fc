import { describe, expect, it } from "vitest";
import { readMoments } from "@/admin/invoice/readMoments";
import type { InvoicePayment, PaymentMoment } from "@/operations/payments/readPayments";

const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T09:00:00.000Z`;

const event = (type: string, day: number, amount: number | null): PaymentMoment => ({
	...{ id: `${type}_${day}`, type, at: at(day), status: "settled", amount, why: "" },
	...{ isFailedRefund: type === "refund.failed", isByUnproved: false },
});

const payment = (day: number, amount: number, change: Partial<InvoicePayment> = {}): InvoicePayment => ({
	...{ id: `payment_${day}`, provider: "stripe", reference: `pi_${day}`, status: "captured", amount },
	...{ refunded: 0, disputed: 0, lost: 0, paidAt: at(day), livemode: null, providerObject: null, events: [] },
	...change,
});

/** The lines of the timeline of an invoice over $20.00, the oldest first. */
function linesOf(...payments: InvoicePayment[]) {
	const sums = { due: 2000, paid: 0, refunded: 0, disputed: 0, lost: 0, kept: 0 };
	const moments = readMoments({ currency: "usd", sums, payments, objects: [], otherEvents: [] });
	return moments.toReversed().map(({ title, amount }) => (amount ? `${title} ${amount}` : title));
}

describe("the timeline of an invoice's money", () => {
	it("says what each refund gave back: a charge tells sums, a record by hand its own part", () => {
		const sums = [event("charge.refunded", 2, 500), event("charge.refunded", 3, 2000)];
		const lines = ["Received $20.00", "Returned in part -$5.00", "Returned in full -$15.00"];
		expect(linesOf(payment(1, 2000, { refunded: 2000, events: sums }))).toEqual(lines);
		const parts = [event("manual.refunded", 2, 500), event("manual.refunded", 3, 1500)];
		expect(linesOf(payment(1, 2000, { provider: "manual", refunded: 2000, events: parts }))).toEqual(lines);
	});

	it("shows what was recorded within one minute in the order of its record", () => {
		const parts = [event("manual.refunded", 1, 500), { ...event("manual.refunded", 1, 1500), id: "later" }];
		expect(linesOf(payment(1, 2000, { provider: "manual", refunded: 2000, events: parts }))).toEqual([
			"Received $20.00",
			"Returned in part -$5.00",
			"Returned in full -$15.00",
		]);
	});

	it("says of a refund in another currency what it was in the invoice's", () => {
		const events = [event("charge.refunded", 2, null)];
		expect(linesOf(payment(1, 2000, { refunded: 500, events }))).toEqual([
			"Received $20.00",
			"Returned in part -$5.00",
		]);
	});

	it("tells a refund that failed", () => {
		const events = [event("charge.refunded", 2, 500), event("refund.failed", 3, 500)];
		expect(linesOf(payment(1, 2000, { events })).at(-1)).toBe("Refund failed");
	});

	it("calls a payment one too many only where all was still here", () => {
		expect(linesOf(payment(1, 2000), payment(3, 2000)).at(-1)).toBe("Received again, paid twice $20.00");
		const returned = payment(1, 2000, { refunded: 2000, events: [event("charge.refunded", 2, 2000)] });
		expect(linesOf(returned, payment(3, 2000)).at(-1)).toBe("Received $20.00");
	});

	it("offers a refund of what was recorded by hand, as long as something of it is here", () => {
		const offered = (...payments: InvoicePayment[]) => {
			const sums = { due: 2000, paid: 0, refunded: 0, disputed: 0, lost: 0, kept: 0 };
			const moments = readMoments({ currency: "usd", sums, payments, objects: [], otherEvents: [] });
			return moments.map(({ refundable }) => refundable?.id);
		};
		expect(offered(payment(1, 2000, { provider: "manual" }))).toEqual(["payment_1"]);
		expect(offered(payment(1, 2000, { provider: "manual", refunded: 2000 }))).toEqual([undefined]);
		expect(offered(payment(1, 2000))).toEqual([undefined]);
	});
});
