import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	baselineStatusOf,
	type FoldedInvoice,
	foldInvoice,
	type InvoiceBaseline,
} from "@/domain/settlement/foldInvoice";
import { emptyInvoiceState } from "@/domain/settlement/invoiceState";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { type InvoiceRecord, planInvoiceChange } from "@/domain/settlement/planInvoiceChange";
import { aFact, anInvoice, at } from "./examples";

const types = [
	"invoice.finalized",
	"invoice.updated",
	"invoice.payment_failed",
	"invoice_payment.paid",
	"invoice.paid",
	"invoice.payment_succeeded",
	"invoice.marked_uncollectible",
	"invoice.voided",
	"checkout.session.completed",
	"checkout.session.async_payment_succeeded",
	"checkout.session.async_payment_failed",
	"charge.refunded",
	"charge.dispute.created",
	"manual.paid",
	"manual.voided",
	"manual.refunded",
	"invoice.sent",
];

/** Mostly facts that fit, so that paths through the tables are long; few instants, so that ties are common. */
const someFact = fc.record({
	type: fc.constantFrom(...types),
	second: fc.integer({ min: 0, max: 4 }),
	amount: fc.constantFrom(200_000, 200_000, 150_000, 0, null),
	currency: fc.constantFrom("usd", "usd", "usd", "eur", null),
	payerEmail: fc.constantFrom("finance@acme.test", "FINANCE@acme.test ", null, "someone@else.test"),
	customerId: fc.constantFrom("cus_acme", "cus_acme", null, "cus_other"),
	paymentIntentId: fc.constantFrom(null, "pi_1", "pi_2"),
	isPaid: fc.boolean(),
	refundedInFull: fc.boolean(),
	hostedUrl: fc.constantFrom(null, "https://pay.test/1", "https://pay.test/2"),
	resolvedBy: fc.constantFrom(null, null, "user_1"),
});
const someFacts = fc
	.tuple(fc.array(someFact, { maxLength: 9 }), fc.constantFrom(null, "in_1"))
	.map(([drafts, invoiceRef]) =>
		drafts.map(({ type, second, ...change }, index) =>
			aFact(type, second, { ...change, eventId: `evt_${index}`, invoiceRef }),
		),
	);
const someInvoice = fc
	.constantFrom<InvoiceBaseline["status"]>("draft", "open")
	.map((status): InvoiceBaseline => ({ ...anInvoice, status }));

/** What became of each event, without the sentence: that one names the state it was met in. */
const verdicts = ({ outcomes }: FoldedInvoice) =>
	Object.fromEntries(
		[...outcomes].map(([id, outcome]) => [id, outcome.status === "held" ? outcome.holdReason : outcome.status]),
	);
const comparable = ({ state, outcomes }: FoldedInvoice) => ({
	state,
	outcomes: Object.fromEntries([...outcomes].sort()),
});
const fold = (invoice: InvoiceBaseline, events: readonly PaymentFact[]) => comparable(foldInvoice({ invoice, events }));

/** The facts in a random order, each one to three times. */
const inDisorder = (facts: PaymentFact[]) =>
	fc.array(fc.integer({ min: 1, max: 3 }), { minLength: facts.length, maxLength: facts.length }).chain((times) => {
		const copies = facts.flatMap((fact, index) => Array.from({ length: times[index] ?? 1 }, () => ({ ...fact })));
		return fc.shuffledSubarray(copies, { minLength: copies.length });
	});

type Step = { isRefund: boolean; isByHand: boolean; amount: number; of: number };
const someSteps = fc.array(
	fc.record({
		isRefund: fc.boolean(),
		isByHand: fc.boolean(),
		amount: fc.constantFrom(50_000, 100_000, 200_000),
		of: fc.nat(5),
	}),
	{ maxLength: 9 },
);

/** Payments and refunds a second apart, and what the invoice is to be after the last: kept as a running sum. */
function tellMoney(steps: readonly Step[]) {
	const facts: PaymentFact[] = [];
	const paid: { isByHand: boolean; amount: number; back: number; eventId: string; intent: string }[] = [];
	const end = { kept: 0, paidAt: null as string | null, isCovered: false };
	for (const [second, { isRefund, isByHand, amount, of }] of steps.entries()) {
		const target = paid.at(paid.length === 0 ? 0 : of % paid.length);
		const back = target ? Math.min(amount, target.amount - target.back) : 0;
		const eventId = `evt_${second}`;
		if (!isRefund) {
			const intent = `pi_${second}`;
			paid.push({ isByHand, amount, back: 0, eventId, intent });
			const nobody = { payerEmail: null, customerId: null, paymentIntentId: null };
			const byHand = { ...nobody, provider: "manual" as const };
			const of = isByHand ? byHand : { paymentIntentId: intent };
			facts.push(aFact(isByHand ? "manual.paid" : "invoice_payment.paid", second, { eventId, amount, ...of }));
			end.kept += amount;
		} else if (target && back > 0) {
			target.back += back;
			const byHand = { provider: "manual" as const, recordedAs: target.eventId, amount: back };
			const told = { paymentIntentId: target.intent, amount: target.back, amountDue: target.amount };
			const type = target.isByHand ? "manual.refunded" : "charge.refunded";
			facts.push(aFact(type, second, { eventId, ...(target.isByHand ? byHand : told) }));
			end.kept -= back;
		}
		if (!end.isCovered && end.kept >= anInvoice.amountDue) Object.assign(end, { isCovered: true, paidAt: at(second) });
		if (end.kept <= 0) end.isCovered = false;
	}
	const status = end.isCovered ? "paid" : end.kept <= 0 && end.paidAt ? "refunded" : "open";
	return { facts, end: { kept: end.kept, status, paidAt: status === "open" ? null : end.paidAt } };
}

describe("folding an invoice", () => {
	it("is paid from the moment at which what came, less what went back, reached what is due, until all is given back", () => {
		const stories = someSteps.map(tellMoney).chain(({ facts, end }) => fc.tuple(inDisorder(facts), fc.constant(end)));
		fc.assert(
			fc.property(stories, ([facts, end]) => {
				const { status, paidAt, amountPaid, amountRefunded } = fold(anInvoice, facts).state;
				expect({ status, paidAt, kept: amountPaid - amountRefunded }).toEqual(end);
			}),
			{ numRuns: 1000 },
		);
	});

	it("ends the same for any order of arrival and any repetition", () => {
		const stories = fc
			.tuple(someInvoice, someFacts)
			.chain(([invoice, facts]) => fc.tuple(fc.constant(invoice), fc.constant(facts), inDisorder(facts)));
		fc.assert(
			fc.property(stories, ([invoice, facts, arrived]) => {
				expect(fold(invoice, arrived)).toEqual(fold(invoice, facts));
			}),
			{ numRuns: 1000 },
		);
	});

	it("one arrival after the other, every step is a move of the table and the row ends at the fold", () => {
		const stories = fc
			.tuple(someInvoice, someFacts)
			.chain(([invoice, facts]) => fc.tuple(fc.constant(invoice), fc.constant(facts), inDisorder(facts)));
		fc.assert(
			fc.property(stories, ([invoice, facts, arrivals]) => {
				let row: InvoiceRecord = emptyInvoiceState(invoice.status);
				let known: Record<string, string> = {};
				for (const [index] of arrivals.entries()) {
					const events = arrivals
						.slice(0, index + 1)
						.map((fact) => ({ ...fact, wasSettled: known[fact.eventId] === "settled" }));
					const folded = foldInvoice({ invoice: { ...invoice, status: baselineStatusOf(row.status) }, events });
					row = { ...row, ...planInvoiceChange(row, folded.state).change };
					known = verdicts(folded);
				}
				const whole = foldInvoice({ invoice, events: facts });
				const { payments: _, ...state } = whole.state;
				expect(row).toMatchObject(state);
				expect(known).toEqual(verdicts(whole));
			}),
			{ numRuns: 400 },
		);
	});

	it("is the same whether the invoice was still a draft, once anything happened to it", () => {
		fc.assert(
			fc.property(someFacts, (facts) => {
				const fromDraft = foldInvoice({ invoice: { ...anInvoice, status: "draft" }, events: facts });
				const fromOpen = foldInvoice({ invoice: { ...anInvoice, status: "open" }, events: facts });
				const status = fromDraft.state.status === "draft" ? "open" : fromDraft.state.status;
				expect({ ...fromDraft.state, status }).toEqual(fromOpen.state);
				expect(verdicts(fromDraft)).toEqual(verdicts(fromOpen));
			}),
		);
	});

	it("keeps amounts whole, never negative, and never more refunded than paid", () => {
		fc.assert(
			fc.property(someInvoice, someFacts, (invoice, facts) => {
				const { state } = fold(invoice, facts);
				expect(Number.isSafeInteger(state.amountPaid) && Number.isSafeInteger(state.amountRefunded)).toBe(true);
				expect(state.amountRefunded).toBeGreaterThanOrEqual(0);
				expect(state.amountPaid).toBeGreaterThanOrEqual(state.amountRefunded);
			}),
		);
	});

	it("says paid only of an invoice whose money came, and answers for every event", () => {
		fc.assert(
			fc.property(someInvoice, someFacts, (invoice, facts) => {
				const { state, outcomes } = fold(invoice, facts);
				if (state.status === "paid") {
					expect(state.amountPaid).toBeGreaterThanOrEqual(invoice.amountDue);
					expect(state.amountRefunded).toBeLessThan(state.amountPaid);
					expect(state.paymentFailedAt).toBeNull();
				}
				if (state.status === "refunded") expect(state.amountRefunded).toBe(state.amountPaid);
				expect(Object.keys(outcomes).sort()).toEqual(facts.map(({ eventId }) => eventId).sort());
			}),
		);
	});

	it("is not moved by types nobody knows, nor by held events", () => {
		fc.assert(
			fc.property(someInvoice, someFacts, (invoice, facts) => {
				const whole = fold(invoice, facts);
				const counted = facts.filter(({ eventId }) => whole.outcomes[eventId]?.status === "settled");
				expect(fold(invoice, counted).state).toEqual(whole.state);
			}),
		);
	});
});
