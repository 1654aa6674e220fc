import {
	creditOf,
	type Expected,
	findHoldReason,
	findMoneyMismatch,
	findUnresolvedPayer,
	namesPurchaser,
	saysWhoPaid,
} from "./findHoldReason";
import { findMentions, namelessKey, objectOfFact, type PaymentGroup } from "./findMentions";
import {
	draftPayment,
	finishPayment,
	type Mention,
	type PaymentDraft,
	type TimedPayment,
	takeMention,
} from "./foldPayment";
import type { EventOutcome, PaymentFact } from "./paymentFact";
import { paymentEffects, paymentTable } from "./paymentTable";
import { rowOf } from "./rowOf";

type Fold = {
	expected: Expected;
	drafts: Map<PaymentGroup, PaymentDraft>;
	/** What told of the provider's invoice that the payment paid, without naming it. */
	totals: Map<PaymentGroup, PaymentFact[]>;
	outcomes: Map<string, EventOutcome>;
};

const capturing: ReadonlySet<string> = new Set(
	Object.entries(paymentTable).flatMap(([row, { unseen }]) => (unseen === "capture" ? [row] : [])),
);

/** Whether an event says that money came. */
export function isCapture(fact: PaymentFact): boolean {
	return capturing.has(rowOf(fact));
}

/**
 * The payments of an invoice, from everything that was said about them. The same payment told by several events is one;
 * a held event changes none.
 *
 * @param facts in the order in which they happened, each once, those that count as nothing left out
 */
export function foldPayments(
	facts: readonly PaymentFact[],
	expected: Expected,
): { payments: TimedPayment[]; outcomes: Map<string, EventOutcome> } {
	const fold: Fold = { expected, drafts: new Map(), totals: new Map(), outcomes: new Map() };
	excludeHeld(fold, facts);
	const counted = facts.filter(({ eventId }) => !fold.outcomes.has(eventId));
	const { groups, totals } = findMentions(counted, expected.currency);
	for (const group of groups) takeCaptures(fold, group);
	const credits = takeTotals(fold, groups, totals);
	joinUntold(fold, groups);
	const order = new Map(facts.map((fact, index) => [fact, index]));
	for (const group of groups) takeOthers(fold, group, order);
	const isPayerKnown = findKnownPayers(fold, counted);
	const payments = [
		...[...fold.drafts].map(([group, draft]) => finishPayment(draft, isPayerKnown(group))),
		...credits.map((credit) => finishPayment(credit, true)),
	].filter((payment) => payment !== null);
	return { payments: payments.sort(byTime), outcomes: fold.outcomes };
}

/** Who paid is said by an accepted event of the payment, or of the provider's invoice that it pays. */
function findKnownPayers(fold: Fold, facts: readonly PaymentFact[]): (group: PaymentGroup) => boolean {
	const { expected, outcomes } = fold;
	const isAccepted = (fact: PaymentFact) => outcomes.get(fact.eventId)?.status === "settled";
	const saying = new Set(facts.filter((fact) => isCapture(fact) && isAccepted(fact) && saysWhoPaid(fact, expected)));
	const invoices = new Set([...saying].map(({ invoiceRef }) => invoiceRef).filter((ref) => ref !== null));
	return (group) => {
		const told = toldOf(fold, group);
		const isSaid = (fact: PaymentFact) =>
			saying.has(fact) || (fact.invoiceRef !== null && invoices.has(fact.invoiceRef));
		return told.length === 0 || told.some(isSaid);
	};
}

/** Everything that says that the payment came. */
const toldOf = ({ totals }: Fold, group: PaymentGroup): PaymentFact[] => [
	...group.mentions.map(({ fact }) => fact).filter(isCapture),
	...(totals.get(group) ?? []),
];

const byTime = (a: TimedPayment, b: TimedPayment) =>
	Date.parse(a.paidAt ?? "9999-01-01") - Date.parse(b.paidAt ?? "9999-01-01") || (a.reference < b.reference ? -1 : 1);

function draftOf(fold: Fold, group: PaymentGroup): PaymentDraft {
	const known = fold.drafts.get(group);
	if (known) return known;
	const { intent, charge } = nameOf(group);
	const [first] = group.mentions;
	const object = group.mentions.find((mention) => mention.object)?.object;
	const reference = intent ?? charge ?? (object || first?.fact.recordedAs || first?.fact.eventId || "");
	const draft = draftPayment({ reference, provider: first?.fact.provider ?? "stripe" });
	fold.drafts.set(group, draft);
	return draft;
}

function nameOf({ mentions }: PaymentGroup) {
	const first = (name: "intent" | "charge") => mentions.map((mention) => mention[name]).find((value) => value) ?? null;
	return { intent: first("intent"), charge: first("charge") };
}

/**
 * A payment told by several events is accepted when one of them fits; the others then tell nothing that is not known, save that
 * somebody else paid: that is held for a person, unless one of them names the purchaser. What
 * is held is left out before anything else is looked at: not even the names it brings together count.
 */
function excludeHeld(fold: Fold, facts: readonly PaymentFact[]): void {
	for (const { mentions } of findMentions(facts, fold.expected.currency).groups) {
		const told = mentions.map(({ fact }) => fact).filter(isCapture);
		const holds = told.map((fact) => ({ fact, hold: findHoldReason(fact, fold.expected) }));
		const isAccepted = holds.some(({ hold }) => hold === null);
		for (const { fact, hold } of holds) {
			const held = isAccepted ? findOtherPayer(fold, fact, told) : hold;
			if (held) setHeld(fold, fact, held);
		}
	}
}

/** @param others what else tells of the same payment */
function findOtherPayer({ expected }: Fold, fact: PaymentFact, others: readonly PaymentFact[]) {
	const isAnswered = others.some((other) => namesPurchaser(other, expected));
	return isAnswered ? null : findUnresolvedPayer(fact, expected);
}

/** How much came is what those events say whose money fits; accepted before the invoice was changed, what they all say. */
function takeCaptures(fold: Fold, group: PaymentGroup): void {
	const told = group.mentions.filter(({ fact }) => isCapture(fact));
	const fitting = told.filter(({ fact }) => !findMoneyMismatch(fact, fold.expected));
	for (const mention of told) {
		const counts = fitting.length === 0 || fitting.includes(mention);
		const amount = counts ? mention.amount : null;
		setSettled(fold, mention.fact, takeMention(draftOf(fold, group), { ...mention, amount }));
	}
}

function setHeld(fold: Fold, fact: PaymentFact, { reason, why }: NonNullable<ReturnType<typeof findHoldReason>>): void {
	fold.outcomes.set(fact.eventId, { status: "held", holdReason: reason, why });
}

function setSettled(fold: Fold, fact: PaymentFact, why: string): void {
	fold.outcomes.set(fact.eventId, { status: "settled", why });
}

/**
 * The provider says that its invoice is paid, not by what. What its known payments, those of no invoice and those
 * recorded by hand do not account for is a payment of its own; so our own "paid elsewhere" is none.
 */
function takeTotals(fold: Fold, groups: PaymentGroup[], totals: readonly PaymentFact[]): PaymentDraft[] {
	const credits = new Map<string, PaymentDraft>();
	for (const fact of [...totals, ...namedTotals(groups)]) takeCredit(fold, credits, fact);
	for (const fact of totals) {
		const object = objectOfFact(fact);
		const accounted = groups.filter((group) => fold.drafts.get(group)?.isTold && isOfObject(group, object));
		const known = accounted.reduce((sum, group) => sum + draftOf(fold, group).amount, 0);
		const missing = (fact.amount ?? 0) - known;
		if (fact.amount !== null && missing <= 0) {
			const told = accounted.flatMap((group) => toldOf(fold, group));
			const other = findOtherPayer(fold, fact, told);
			if (other) setHeld(fold, fact, other);
			else {
				for (const group of accounted) {
					bringForward(draftOf(fold, group), fact);
					fold.totals.set(group, [...(fold.totals.get(group) ?? []), fact]);
				}
				setSettled(fold, fact, paymentEffects.confirm);
			}
			continue;
		}
		const hold = findHoldReason(fact, fold.expected);
		if (hold) setHeld(fold, fact, hold);
		else attribute(fold, groups, fact, missing);
	}
	return [...credits.values()];
}

const namedTotals = (groups: readonly PaymentGroup[]) =>
	groups.flatMap(({ mentions }) => mentions.map(({ fact }) => fact).filter((fact) => rowOf(fact) === "invoice.paid"));

function takeCredit(fold: Fold, credits: Map<string, PaymentDraft>, fact: PaymentFact): void {
	const credit = creditOf(fact);
	const object = objectOfFact(fact);
	if (credit === 0 || credits.has(object) || findHoldReason(fact, fold.expected)) return;
	const draft = draftPayment({ reference: `${object}:credit`, provider: fact.provider });
	const mention = { fact, amount: credit, intent: null, charge: null, object: object || null, isForeign: false };
	takeMention(draft, mention);
	credits.set(object, draft);
}

function isOfObject(group: PaymentGroup, object: string): boolean {
	if (group.mentions.some(({ fact }) => fact.provider === "manual")) return true;
	const invoices = group.mentions.map(({ fact }) => fact.invoiceRef).filter((ref) => ref !== null);
	return invoices.length === 0 || invoices.includes(object);
}

/** The invoice was paid when the provider said so, also where the payment that did it was told a moment later. */
function bringForward(draft: PaymentDraft, fact: PaymentFact): void {
	const isEarlier = draft.paidAt !== null && Date.parse(fact.occurredAt) < Date.parse(draft.paidAt);
	if (draft.provider === fact.provider && isEarlier) draft.paidAt = fact.occurredAt;
}

/** Given to payments that are known only from what was given back or disputed, before one is made for it. */
function attribute(fold: Fold, groups: PaymentGroup[], fact: PaymentFact, missing: number): void {
	const object = objectOfFact(fact);
	let left = missing;
	for (const group of groups) {
		if (left <= 0 || fold.drafts.get(group)?.isTold || !isOfObject(group, object)) continue;
		const asked = group.mentions.map(({ fact: one, isForeign }) => (isForeign ? null : one.amountDue)).find((x) => x);
		const amount = Math.min(left, asked ?? left);
		takeTotal(fold, group, mentionOf(fact, amount));
		left -= amount;
	}
	if (left > 0) {
		const key = namelessKey(object);
		let group = groups.find(({ names }) => names.has(key));
		if (!group) {
			group = { key, names: new Set([key]), mentions: [mentionOf(fact, left)] };
			groups.push(group);
		}
		takeTotal(fold, group, mentionOf(fact, left));
	}
	setSettled(fold, fact, paymentEffects.capture);
}

function takeTotal(fold: Fold, group: PaymentGroup, mention: Mention): void {
	takeMention(draftOf(fold, group), mention);
	fold.totals.set(group, [...(fold.totals.get(group) ?? []), mention.fact]);
}

const mentionOf = (fact: PaymentFact, amount: number): Mention => ({
	fact,
	amount,
	intent: null,
	charge: null,
	object: objectOfFact(fact) || null,
	isForeign: false,
});

/**
 * A refund or dispute that knows the charge alone is about the only payment whose charge was never told. With several
 * there is no telling, and it stays by itself.
 */
function joinUntold(fold: Fold, groups: PaymentGroup[]): void {
	const isTold = (group: PaymentGroup) => fold.drafts.get(group)?.isTold === true;
	const untold = groups.filter(
		(group) => !isTold(group) && nameOf(group).intent === null && group.mentions[0]?.fact.provider !== "manual",
	);
	const nameless = groups.filter(
		(group) => isTold(group) && fold.drafts.get(group)?.provider !== "manual" && nameOf(group).charge === null,
	);
	const [only] = nameless;
	if (!only || nameless.length > 1 || untold.length !== 1) return;
	for (const group of untold) {
		only.mentions.push(...group.mentions);
		groups.splice(groups.indexOf(group), 1);
	}
}

function takeOthers(fold: Fold, group: PaymentGroup, order: ReadonlyMap<PaymentFact, number>): void {
	const others = group.mentions.filter(({ fact }) => !isCapture(fact));
	for (const mention of others.sort((a, b) => (order.get(a.fact) ?? 0) - (order.get(b.fact) ?? 0))) {
		setSettled(fold, mention.fact, takeMention(draftOf(fold, group), mention));
	}
}
