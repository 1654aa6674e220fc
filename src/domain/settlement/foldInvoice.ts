import { type InvoiceStatus, isOwed } from "../invoiceStatus";
import { findCoverage } from "./findCoverage";
import { creditOf, type Expected, findHoldReason } from "./findHoldReason";
import { objectOfFact } from "./findMentions";
import { findProblems } from "./findProblems";
import { type FoldedObject, findCurrent, foldObjects, newObject } from "./foldObjects";
import { type FoldedPayment, keptOf, type TimedPayment } from "./foldPayment";
import { foldPayments, isCapture } from "./foldPayments";
import { emptyInvoiceState, type InvoiceState } from "./invoiceState";
import { invoiceTable } from "./invoiceTable";
import { inLifecycleOrder } from "./lifecycle";
import type { EventOutcome, PaymentFact } from "./paymentFact";
import { paymentTable } from "./paymentTable";
import { rowOf } from "./rowOf";
import { type InvoicePosition, statusTable } from "./statusTable";

/** Where the fold starts: what we ourselves wrote on the invoice, none of what events did to it. */
export type InvoiceBaseline = Expected & {
	status: "draft" | "open";
	/** The provider's invoice it was last sent as: no event need have told of it yet. */
	sentAs?: string | null;
	/** The mode of this installation's key; without a key, the first payment's mode counts. */
	livemode?: boolean | null;
};

export type FoldedInvoice = { state: InvoiceState; outcomes: ReadonlyMap<string, EventOutcome> };

/** The baseline of an invoice that may have been settled already: only draft or issued matters, events say the rest. */
export function baselineStatusOf(present: InvoiceStatus): InvoiceBaseline["status"] {
	return present === "draft" ? "draft" : "open";
}

/**
 * The state an invoice is in, from everything that was ever said about it.
 *
 * @param input.events every fact bound to the invoice, in any order, with any repetition: the end is the same.
 *   It never depends on the invoice's present status either, so a lost update heals at the next event
 * @returns the state and, for every event id, whether it was settled, held (with the reason) or ignored
 */
export function foldInvoice(input: { invoice: InvoiceBaseline; events: readonly PaymentFact[] }): FoldedInvoice {
	const { invoice } = input;
	const outcomes = new Map<string, EventOutcome>();
	const ordered = inLifecycleOrder(input.events);
	const livemode = invoice.livemode ?? findFirstMode(ordered, invoice);
	const counted = ordered.filter((fact) => {
		const why = findWhyIgnored(fact, invoice, livemode);
		if (why) outcomes.set(fact.eventId, { status: "ignored", why });
		return why === null;
	});
	const { payments, outcomes: ofPayments } = foldPayments(counted, invoice);
	const accepted = counted.filter(({ eventId }) => ofPayments.get(eventId)?.status !== "held");
	const { objects, effects } = foldObjects(accepted);
	for (const { eventId } of counted) {
		const why = effects.get(eventId) ?? "";
		outcomes.set(eventId, ofPayments.get(eventId) ?? { status: "settled", why });
	}
	return { state: deriveState(invoice, withoutPaidPages(objects, accepted), payments, accepted), outcomes };
}

/** The mode of the first payment that fits: what was paid for real is not undone by a test, nor the other way round. */
function findFirstMode(facts: readonly PaymentFact[], invoice: InvoiceBaseline): boolean | null {
	const isFirst = (fact: PaymentFact) =>
		isCapture(fact) && fact.livemode != null && isMoney(fact) && !findHoldReason(fact, invoice);
	return facts.find(isFirst)?.livemode ?? null;
}

/** Nothing paid is no payment: a trial, a free period. What a credit paid was paid. */
export function isMoney(fact: PaymentFact): boolean {
	return fact.amount !== 0 || creditOf(fact) > 0;
}

function findWhyIgnored(fact: PaymentFact, invoice: InvoiceBaseline, livemode: boolean | null): string | null {
	const row = rowOf(fact);
	if (!(row in invoiceTable) && !(row in paymentTable)) return `Events of type ${fact.type} change no invoice.`;
	if (livemode !== null && fact.livemode != null && fact.livemode !== livemode) {
		return `It is from ${fact.livemode ? "live" : "test"} mode, the invoice is settled in ${livemode ? "live" : "test"} mode.`;
	}
	if (isCapture(fact) && !isMoney(fact) && invoice.amountDue !== 0) return "Nothing was paid: kept as a record.";
	return null;
}

/** A payment page that paid an invoice of the provider's is not an object beside it. */
function withoutPaidPages(objects: FoldedObject[], facts: readonly PaymentFact[]): FoldedObject[] {
	const ofInvoices = new Set(
		facts.filter(({ invoiceRef }) => invoiceRef).map(({ paymentIntentId }) => paymentIntentId),
	);
	const covered = new Set(
		facts
			.filter(({ invoiceRef, paymentIntentId: intent }) => !invoiceRef && intent && ofInvoices.has(intent))
			.map(objectOfFact),
	);
	const rest = objects.filter(({ ref, isInvoice }) => isInvoice || ref === "" || !covered.has(ref));
	return rest.length > 0 ? rest : objects;
}

function deriveState(
	invoice: InvoiceBaseline,
	objects: readonly FoldedObject[],
	timed: readonly TimedPayment[],
	facts: readonly PaymentFact[],
): InvoiceState {
	const payments = timed.map(({ returned: _back, isPayerKnown: _who, ...payment }) => payment);
	const isWithdrawn = objects.some((object) => object.isWithdrawn);
	const voided = new Set(objects.filter(({ state }) => state === "void").map(({ ref }) => ref));
	const isUncounted = (payment: FoldedPayment) =>
		keptOf(payment) > 0 && (isWithdrawn || (payment.provider !== "manual" && voided.has(payment.providerObject ?? "")));
	const counted = timed.filter((payment) => !isUncounted(payment));
	const current = findCurrent(withSent(objects, invoice));
	const uncounted = payments.filter(isUncounted);
	const { coverage: come, paidAt } = findCoverage(invoice.amountDue, counted, objects);
	// What is kept although the invoice is void is not given back.
	const coverage = come === "given_back" && uncounted.length > 0 ? "nothing" : come;
	const position = isWithdrawn ? "withdrawn" : findPosition(current, invoice.status);
	const status: InvoiceStatus = statusTable[coverage][position];
	return {
		...emptyInvoiceState(status),
		amountPaid: sum(payments, ({ amount, lost }) => amount - lost),
		amountRefunded: sum(payments, ({ refunded }) => refunded),
		paidAt: paidAt ?? (counted.length === 0 ? findCoverage(invoice.amountDue, timed, []).paidAt : null),
		paymentFailedAt: isOwed(status) ? findLastFailure(objects) : null,
		paymentIntentId: findIntent(payments, facts),
		...detailsOf(current, objects),
		problems: findProblems({
			status,
			due: invoice.amountDue,
			payments,
			uncounted,
			wasPaidBeforeVoid: uncounted.some((payment) => cameBeforeVoid(payment, objects)),
			wasCovered: coverage === "covered" || coverage === "given_back",
		}),
		payments,
	};
}

/** What was sent and not told of yet stands, so that the end of the one before it does not end the invoice. */
function withSent(objects: readonly FoldedObject[], { sentAs }: InvoiceBaseline): readonly FoldedObject[] {
	if (!sentAs || objects.some(({ ref }) => ref === sentAs)) return objects;
	if (!objects.some(({ isInvoice }) => isInvoice)) return objects;
	return [...objects, { ...newObject(sentAs, true), state: "open" }];
}

function findPosition(current: FoldedObject | null, own: InvoiceBaseline["status"]): InvoicePosition {
	if (!current || current.state === "unseen") return own;
	return current.state;
}

function cameBeforeVoid({ paidAt, providerObject }: FoldedPayment, objects: readonly FoldedObject[]): boolean {
	const voidedAt = objects.find(({ ref }) => ref === (providerObject ?? ""))?.voidedAt;
	return paidAt !== null && voidedAt != null && Date.parse(paidAt) <= Date.parse(voidedAt);
}

function findLastFailure(objects: readonly FoldedObject[]): string | null {
	const failures = objects.filter(({ state }) => state !== "void").map(({ failedAt }) => failedAt);
	return (
		failures
			.filter((at) => at !== null)
			.toSorted((a, b) => Date.parse(a) - Date.parse(b))
			.at(-1) ?? null
	);
}

function findIntent(payments: readonly FoldedPayment[], facts: readonly PaymentFact[]): string | null {
	const named = new Set(facts.flatMap(intentsOf));
	const paid = payments.filter(({ reference }) => named.has(reference));
	const kept = paid.find((payment) => keptOf(payment) > 0) ?? paid[0];
	return kept?.reference ?? facts.flatMap(intentsOf)[0] ?? null;
}

const intentsOf = ({ paymentIntentId, namedPayments = [] }: PaymentFact): string[] =>
	[paymentIntentId, ...namedPayments.map(({ intent }) => intent)].filter((intent) => intent !== null);

function detailsOf(current: FoldedObject | null, objects: readonly FoldedObject[]) {
	const invoice = current?.isInvoice ? current : findCurrent(objects.filter(({ isInvoice }) => isInvoice));
	const shown = current ?? invoice;
	return {
		providerInvoiceId: invoice?.ref ?? null,
		providerNumber: shown?.number ?? null,
		hostedInvoiceUrl: shown?.hostedUrl ?? null,
		dueAt: shown?.dueAt ?? null,
	};
}

function sum(payments: readonly FoldedPayment[], of: (payment: FoldedPayment) => number): number {
	return payments.reduce((total, payment) => total + of(payment), 0);
}
