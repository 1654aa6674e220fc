import { describe, expect, it } from "vitest";
import { foldInvoice, type InvoiceBaseline } from "@/domain/settlement/foldInvoice";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { aFact, anInvoice, at } from "./examples";

/** The same from either end: no order of arrival counts. */
function fold(events: PaymentFact[], invoice: Partial<InvoiceBaseline> = {}) {
	const states = [events, events.toReversed()].map(
		(arrived) => foldInvoice({ invoice: { ...anInvoice, ...invoice }, events: arrived }).state,
	);
	expect(states[1]).toEqual(states[0]);
	return states[0] as (typeof states)[number];
}

const pay = (intent: string, second: number, amount: number) =>
	aFact("invoice_payment.paid", second, { eventId: `evt_${intent}`, paymentIntentId: intent, amount });
/** What a charge tells: `amount` given back until now, of all that it was over. */
const refund = (intent: string, second: number, amount: number, whole: number) =>
	aFact("charge.refunded", second, {
		...{ paymentIntentId: intent, amount, amountDue: whole, refundedInFull: amount === whole },
	});

describe("when an invoice over 2,000 is paid", () => {
	it.each([
		["a half given back before the other came is owed again", "1:a+1000 2:a-1000 3:b+1000", "open", null],
		["and is paid once it came again", "1:a+1000 2:a-1000 3:b+1000 4:c+1000", "paid", 4],
		["a part given back of what was paid is goodwill", "1:a+2000 2:a-300", "paid", 1],
		["all given back is refunded", "1:a+1000 2:b+1000 3:a-1000 4:b-1000", "refunded", 2],
		["all given back, a part paid again is a part", "1:a+2000 2:a-2000 3:b+1000", "open", null],
		["all given back, and all paid again, is paid since then", "1:a+2000 2:a-2000 3:b+2000", "paid", 3],
		["a duplicate given back leaves the first", "1:a+2000 2:b+2000 3:a-2000", "paid", 1],
		["given back in the second in which the rest comes is owed", "1:a+1000 2:a-1000 2:b+1000", "open", null],
		["given back in the second in which it came is refunded", "1:a+2000 1:a-2000", "refunded", 1],
		["a refund of a payment nobody told of is of money that was here", "2:a-2000", "refunded", null],
	] as const)("%s", (_, story, status, paidAt) => {
		const steps = [...story.matchAll(/(\d):(\w)([+-])(\d+)/g)].map(
			([, second, intent = "", sign, amount]) => [Number(second), intent, sign, Number(amount) * 100] as const,
		);
		const wholeOf = (name: string) => steps.find(([, intent, sign]) => intent === name && sign === "+")?.[3];
		const facts = steps.map(([second, intent, sign, amount]) =>
			sign === "+" ? pay(intent, second, amount) : refund(intent, second, amount, wholeOf(intent) ?? amount),
		);
		expect(fold(facts)).toMatchObject({ status, paidAt: paidAt && at(paidAt) });
	});

	it("a refund that failed was never gone: the second half pays it when it comes", () => {
		const failed = aFact("refund.failed", 4, { paymentIntentId: "a", amount: 100_000, matterRef: "re_1" });
		const events = [pay("a", 1, 100_000), refund("a", 2, 100_000, 100_000), pay("b", 3, 100_000), failed];
		expect(fold(events)).toMatchObject({ status: "paid", paidAt: at(3), amountRefunded: 0, problems: [] });
	});
});

it("all given back, and money here of which nobody has said whose it is, is no refunded invoice", () => {
	const nobody = { payerEmail: null, customerId: null };
	const unknown = { ...pay("b", 3, 200_000), ...nobody };
	const events = [pay("a", 1, 200_000), refund("a", 2, 200_000, 200_000), unknown];
	expect(fold(events)).toMatchObject({ status: "open", amountPaid: 400_000, amountRefunded: 200_000, problems: [] });
});

describe("a refund recorded by hand", () => {
	const nobody = { payerEmail: null, customerId: null, provider: "manual" } as const;
	const paid = (second: number, amount: number) => aFact("manual.paid", second, { ...nobody, amount });
	const back = (second: number, amount: number, of: PaymentFact) =>
		aFact("manual.refunded", second, { ...nobody, amount, recordedAs: of.eventId });

	it("gives back its part of the one payment that it names, however often it is told", () => {
		const [one, other] = [paid(1, 150_000), paid(2, 50_000)];
		const events = [one, other, back(3, 20_000, one), back(4, 10_000, one)];
		const state = fold([...events, ...events]);
		expect(state).toMatchObject({ status: "paid", paidAt: at(2), amountPaid: 200_000, amountRefunded: 30_000 });
		expect(state.payments).toMatchObject([
			{ reference: one.eventId, status: "partly_refunded", refunded: 30_000 },
			{ reference: other.eventId, status: "captured", refunded: 0 },
		]);
	});

	it("never gives back more than came", () => {
		const one = paid(1, 200_000);
		expect(fold([one, back(2, 150_000, one), back(3, 150_000, one)])).toMatchObject({
			...{ status: "refunded", amountRefunded: 200_000 },
		});
	});
});

it("a part refunded in the currency that the payer was shown is taken in proportion, and comes back so when it fails", () => {
	const shown = { currency: "eur", paymentIntentId: "a", amountDue: 184_000 };
	const part = (second: number, amount: number) => aFact("charge.refunded", second, { ...shown, amount });
	const failed = aFact("refund.failed", 4, { ...shown, amount: 23_000, matterRef: "re_2" });
	const paid = pay("a", 1, 200_000);
	expect(fold([part(2, 46_000), paid])).toMatchObject({ status: "paid", amountRefunded: 50_000 });
	const parts = [part(3, 69_000), part(2, 46_000), paid];
	expect(fold(parts)).toMatchObject({ status: "paid", amountRefunded: 75_000 });
	expect(fold([failed, ...parts])).toMatchObject({ status: "paid", amountRefunded: 50_000 });
	const whole = { ...part(5, 184_000), refundedInFull: true };
	expect(fold([failed, ...parts, whole])).toMatchObject({ status: "refunded", amountRefunded: 200_000 });
	// Nobody knows what it was in ours, as long as the payment is not told.
	expect(fold([whole])).toMatchObject({ status: "open", amountRefunded: 0 });
});

it.each([
	["withdrawn for an open one", "created=needs_response funds_withdrawn=needs_response", "disputed", "paid"],
	[
		"reinstated after it was won",
		"created=needs_response funds_withdrawn=needs_response closed=won funds_reinstated=won",
		...["captured", "paid"],
	],
	["reinstated, its end not told", "created=needs_response funds_withdrawn= funds_reinstated=", "captured", "paid"],
	["withdrawn again after it was lost", "closed=lost funds_withdrawn=lost", "lost", "open"],
	["withdrawn, and nothing else told", "funds_withdrawn=", "disputed", "paid"],
])("a dispute's funds %s", (_, told, payment, status) => {
	const events = told.split(" ").map((one, index) => {
		const [type, matterStatus] = one.split("=");
		const matter = { paymentIntentId: "a", matterRef: "dp_1", matterStatus: matterStatus || null };
		return aFact(`charge.dispute.${type}`, 2 + index, matter);
	});
	const state = fold([pay("a", 1, 200_000), ...events]);
	expect([state.status, state.payments.map((one) => one.status)]).toEqual([status, [payment]]);
});

describe("an invoice that asks nothing", () => {
	const nothing = { amountDue: 0 };
	const zero = aFact("invoice.paid", 1, { amount: 0, amountDue: 0, total: 0, invoiceRef: "in_1" });

	it("is paid when the provider says so, without a payment", () => {
		expect(fold([zero], nothing)).toMatchObject({ status: "paid", paidAt: at(1), amountPaid: 0, payments: [] });
		const voided = aFact("invoice.voided", 2, { amount: 0, invoiceRef: "in_1" });
		expect(fold([voided, zero], nothing)).toMatchObject({ status: "void" });
	});

	it("that gets money is paid, and all of it is too much until it is given back", () => {
		const [paid, back] = [pay("a", 1, 500), refund("a", 2, 500, 500)];
		expect(fold([paid], nothing)).toMatchObject({
			...{ status: "paid", paidAt: at(1), amountPaid: 500 },
			problems: [{ kind: "overpaid", reference: "invoice", amount: 500 }],
		});
		expect(fold([paid, back], nothing)).toMatchObject({ status: "open", problems: [] });
		expect(fold([zero, paid, back], nothing)).toMatchObject({ status: "paid", paidAt: at(1), problems: [] });
	});
});
