import type { Mention } from "./foldPayment";
import type { PaymentFact } from "./paymentFact";
import { paymentTable } from "./paymentTable";
import { rowOf } from "./rowOf";

/** The events that name one and the same payment, in the order in which they happened. */
export type PaymentGroup = { key: string; names: Set<string>; mentions: Mention[] };

export type FoundMentions = {
	groups: PaymentGroup[];
	/** Events that say of a provider's invoice that money came for it, without saying by which payment. */
	totals: PaymentFact[];
};

/** The object an event about a payment or an invoice is about; the empty text where it names none. */
export function objectOfFact(fact: PaymentFact): string {
	return fact.invoiceRef ?? fact.sessionRef ?? "";
}

/**
 * Which payment each event is about. One payment has several names (intent, charge): events that share one are about the
 * same payment, also when each of them says only one of the two.
 *
 * @param facts in the order in which they happened
 * @param currency the invoice's
 */
export function findMentions(facts: readonly PaymentFact[], currency: string): FoundMentions {
	const found: FoundMentions = { groups: [], totals: [] };
	for (const fact of facts) {
		if (!(rowOf(fact) in paymentTable)) continue;
		if (isTotal(fact)) found.totals.push(fact);
		else for (const mention of mentionsOf(fact, currency)) addMention(found.groups, mention);
	}
	return found;
}

const namedOf = (fact: PaymentFact) =>
	fact.namedPayments && fact.namedPayments.length > 0
		? fact.namedPayments
		: [{ intent: fact.paymentIntentId, charge: fact.chargeRef ?? null, amount: fact.amount }];

const isNameless = ({ intent, charge }: { intent: string | null; charge: string | null }) => !intent && !charge;

function isTotal(fact: PaymentFact): boolean {
	const row = rowOf(fact);
	return (row === "invoice.paid" || row === "invoice_payment.paid") && namedOf(fact).every(isNameless);
}

function mentionsOf(fact: PaymentFact, currency: string): Mention[] {
	const named = namedOf(fact);
	const isForeign = fact.currency !== null && fact.currency.toLowerCase() !== currency.toLowerCase();
	return named.map(({ intent, charge, amount }) => ({
		fact,
		intent,
		charge,
		amount: amount ?? (named.length === 1 ? fact.amount : null),
		object: objectOfFact(fact) || null,
		isForeign,
	}));
}

function namesOf({ fact, intent, charge }: Mention): string[] {
	if (fact.provider === "manual") return [`manual:${fact.recordedAs ?? fact.eventId}`];
	const names = [intent, charge].filter((name) => name !== null);
	return names.length > 0 ? names : [namelessKey(objectOfFact(fact))];
}

/** The name of the payment that an object's events imply without naming it. */
export function namelessKey(object: string): string {
	return `object:${object}`;
}

function addMention(groups: PaymentGroup[], mention: Mention): void {
	const names = namesOf(mention);
	const same = groups.filter((group) => names.some((name) => group.names.has(name)));
	const [first = newGroup(groups, names), ...others] = same;
	for (const other of others) {
		for (const name of other.names) first.names.add(name);
		first.mentions.push(...other.mentions);
		groups.splice(groups.indexOf(other), 1);
	}
	for (const name of names) first.names.add(name);
	first.mentions.push(mention);
}

function newGroup(groups: PaymentGroup[], [key = ""]: string[]): PaymentGroup {
	const group: PaymentGroup = { key, names: new Set(), mentions: [] };
	groups.push(group);
	return group;
}
