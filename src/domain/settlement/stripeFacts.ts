import { parseDay } from "../calendar/day";
import { type SubscriptionStatus, subscriptionStatuses } from "../subscriptionStatus";
import { boundTime } from "./boundTime";
import { effectiveType } from "./effectiveType";
import type { CustomerFact } from "./foldCustomer";
import { type BillingCycle, billingCycles, type SubscriptionFact } from "./foldSubscription";
import { canonicalType } from "./lifecycle";
import type { NamedPayment, PaymentFact } from "./paymentFact";
import {
	booleanOf,
	idOf,
	integerOf,
	listOf,
	objectOf,
	type StripeObject,
	textOf,
	timeOf,
	valueAt,
} from "./stripeObject";
import { findStripeRefs, type StripeRefs } from "./stripeRefs";

type Reading<Kind extends string, Fact> = { kind: Kind; refs: StripeRefs; fact: Fact | null };

/** What a Stripe event is about. `fact` is null when the object lacks what the fact cannot do without. */
export type StripeReading =
	| Reading<"invoice" | "checkout" | "charge", PaymentFact>
	| Reading<"subscription", SubscriptionFact>
	| Reading<"customer", CustomerFact>
	| Reading<"unknown", never>;

/** The event around the object: what every fact starts with. */
type Told = { eventId: string; type: string; occurredAt: string; livemode: boolean | null };

/**
 * Reads a Stripe event, of any API version from 2017 on, into a fact and the references that bind it. Never throws:
 * what is not understood is `unknown`.
 *
 * @param event the parsed body as it was received
 * @param freshObject the same object read again from Stripe, when a key is configured: it then speaks for the event
 * @param receivedAt when the event came, ISO 8601: it cannot have happened later
 */
export function stripeFacts(
	event: unknown,
	freshObject: unknown = null,
	receivedAt: string | null = null,
): StripeReading {
	const received = objectOf(valueAt(event, "data", "object")) ?? {};
	const fresh = isSameObject(freshObject, received) ? objectOf(freshObject) : null;
	const object = fresh ?? received;
	const refs = findStripeRefs(object);
	const told = readEnvelope(event, fresh, receivedAt);
	if (told === null) return { kind: "unknown", refs, fact: null };
	const reading = readObject(object, refs, told);
	return isNameless(refs) ? ({ ...reading, fact: null } as StripeReading) : reading;
}

function readObject(object: StripeObject, refs: StripeRefs, told: Told): StripeReading {
	switch (object.object) {
		case "invoice":
			return { kind: "invoice", refs, fact: readInvoice(object, refs, told) };
		case "invoice_payment":
			return { kind: "invoice", refs, fact: readInvoicePayment(object, refs, told) };
		case "checkout.session":
			return { kind: "checkout", refs, fact: readCheckout(object, refs, told) };
		case "charge":
			return { kind: "charge", refs, fact: readCharge(object, refs, told) };
		case "dispute":
			return { kind: "charge", refs, fact: readMatter(object, refs, told) };
		case "refund":
			return { kind: "charge", refs, fact: readMatter(object, refs, told) };
		case "subscription":
			return { kind: "subscription", refs, fact: readSubscription(object, refs, told) };
		case "customer":
			return { kind: "customer", refs, fact: readCustomer(object, refs, told) };
		default:
			return { kind: "unknown", refs, fact: null };
	}
}

/** Without its own id, ours, a payment's or a customer's there is nothing that an object could be bound by. */
function isNameless({
	objectId,
	keyturnInvoice,
	keyturnOnboarding,
	paymentIntentRef,
	customerRef,
}: StripeRefs): boolean {
	return [objectId, keyturnInvoice, keyturnOnboarding, paymentIntentRef, customerRef].every((ref) => ref === null);
}

function isSameObject(a: unknown, b: unknown): boolean {
	const id = textOf(valueAt(a, "id"));
	return id !== null && id === valueAt(b, "id");
}

/** When each state was reached, as the invoice itself remembers it. */
const reachedAt: Readonly<Record<string, string>> = {
	"invoice.finalized": "finalized_at",
	"invoice.paid": "paid_at",
	"invoice.marked_uncollectible": "marked_uncollectible_at",
	"invoice.voided": "voided_at",
};

function readEnvelope(event: unknown, fresh: StripeObject | null, receivedAt: string | null): Told | null {
	const eventId = textOf(valueAt(event, "id"));
	const type = textOf(valueAt(event, "type"));
	const toldAt = timeOf(valueAt(event, "created"));
	if (eventId === null || type === null || toldAt === null) return null;
	const created = receivedAt === null ? toldAt : boundTime(toldAt, receivedAt);

	const livemode = booleanOf(valueAt(event, "livemode"));
	const effective = effectiveType({ type, freshObject: fresh });
	if (effective === canonicalType(type)) return { eventId, type: effective, occurredAt: created, livemode };
	// The event now speaks of a later moment than its own: the object knows which.
	const reached = timeOf(valueAt(fresh, "status_transitions", reachedAt[effective] ?? ""));
	return { eventId, type: effective, occurredAt: reached ?? created, livemode };
}

function paymentFact(told: Told, object: StripeObject, refs: StripeRefs): Omit<PaymentFact, "amount"> {
	return {
		...told,
		provider: "stripe",
		currency: textOf(object.currency)?.toLowerCase() ?? null,
		payerEmail: null,
		customerId: refs.customerRef,
		paymentIntentId: refs.paymentIntentRef,
		chargeRef: refs.chargeRef,
		invoiceRef: refs.invoiceRef,
	};
}

function readInvoice(invoice: StripeObject, refs: StripeRefs, told: Told): PaymentFact {
	return {
		...paymentFact(told, invoice, refs),
		amount: amountPaidOf(invoice),
		amountDue: integerOf(invoice.amount_due),
		total: integerOf(invoice.total),
		namedPayments: listOf(invoice.payments).flatMap(readNamedPayment),
		payerEmail: textOf(invoice.customer_email),
		hostedUrl: textOf(invoice.hosted_invoice_url),
		dueAt: parseDay(timeOf(invoice.due_date)),
		providerNumber: textOf(invoice.number),
	};
}

/** A payment that an invoice lists, once it was paid and when it is an intent or a charge. */
function readNamedPayment(listed: unknown): NamedPayment[] {
	const intent = idOf(valueAt(listed, "payment", "payment_intent"));
	const charge = idOf(valueAt(listed, "payment", "charge"));
	if (valueAt(listed, "status") !== "paid" || (intent === null && charge === null)) return [];
	return [{ intent, charge, amount: integerOf(valueAt(listed, "amount_paid")) }];
}

/** Before 2018 there was no `amount_paid`, and an invoice marked as paid elsewhere may show none: then all that was due was paid. */
function amountPaidOf(invoice: StripeObject): number | null {
	const amount = integerOf(invoice.amount_paid);
	const isPaid = invoice.status === "paid" || invoice.paid === true;
	const isSilent = amount === null || (amount === 0 && invoice.paid_out_of_band === true);
	return isPaid && isSilent ? integerOf(invoice.amount_due) : amount;
}

/** It names nobody; read again from Stripe, it comes with its invoice, which does. */
function readInvoicePayment(payment: StripeObject, refs: StripeRefs, told: Told): PaymentFact {
	return {
		...paymentFact(told, payment, refs),
		amount: integerOf(payment.amount_paid),
		amountDue: integerOf(payment.amount_requested),
		customerId: idOf(valueAt(payment, "invoice", "customer")),
		payerEmail: textOf(valueAt(payment, "invoice", "customer_email")),
	};
}

/** Where the payer was shown another currency than ours, what we asked for stands under `currency_conversion`. */
function readCheckout(session: StripeObject, refs: StripeRefs, told: Told): PaymentFact {
	const converted = objectOf(session.currency_conversion);
	const total = integerOf(converted?.amount_total) ?? integerOf(session.amount_total);
	const currency = textOf(converted?.source_currency) ?? textOf(session.currency);
	return {
		...paymentFact(told, session, refs),
		currency: currency?.toLowerCase() ?? null,
		amount: total,
		amountDue: total,
		sessionRef: refs.objectId,
		payerEmail: textOf(valueAt(session, "customer_details", "email")) ?? textOf(session.customer_email),
		isPaid: session.payment_status === "paid",
	};
}

/** A tip is not owed: it counts neither as paid nor as given back. */
function readCharge(charge: StripeObject, refs: StripeRefs, told: Told): PaymentFact {
	const tip = integerOf(valueAt(charge, "amount_details", "tip", "amount")) ?? 0;
	const whole = integerOf(charge.amount);
	const amount = whole === null ? null : Math.max(0, whole - tip);
	const toldRefunded = integerOf(charge.amount_refunded);
	const refunded = toldRefunded === null || amount === null ? toldRefunded : Math.min(toldRefunded, amount);
	return {
		...paymentFact(told, charge, refs),
		amount: refunded,
		amountDue: amount,
		payerEmail: textOf(valueAt(charge, "billing_details", "email")) ?? textOf(charge.receipt_email),
		refundedInFull: charge.refunded === true || (whole !== null && whole > 0 && toldRefunded === whole),
	};
}

/** A dispute or one refund: what it is over, and how it stands. */
function readMatter(matter: StripeObject, refs: StripeRefs, told: Told): PaymentFact {
	return {
		...paymentFact(told, matter, refs),
		amount: integerOf(matter.amount),
		matterRef: refs.objectId,
		matterStatus: textOf(matter.status),
	};
}

function readSubscription(
	subscription: StripeObject,
	refs: StripeRefs,
	{ livemode: _, ...told }: Told,
): SubscriptionFact | null {
	const status = subscriptionStatuses.find((known) => known === subscription.status);
	if (refs.objectId === null || status === undefined) return null;
	// Several items may have several prices; the first is the one that names the plan.
	const item = objectOf(listOf(subscription.items)[0]);
	const price = objectOf(item?.price) ?? objectOf(item?.plan) ?? objectOf(subscription.plan);
	return {
		...told,
		subscriptionId: refs.objectId,
		customerId: refs.customerRef,
		status: status satisfies SubscriptionStatus,
		plan: textOf(price?.lookup_key) ?? textOf(price?.nickname) ?? textOf(price?.id),
		billingCycle: readCycle(valueAt(price, "recurring", "interval") ?? valueAt(price, "interval")),
		currentPeriodEnd: timeOf(item?.current_period_end) ?? timeOf(subscription.current_period_end),
	};
}

function readCycle(interval: unknown): BillingCycle | null {
	return billingCycles.find((cycle) => cycle === interval) ?? null;
}

function readCustomer(customer: StripeObject, refs: StripeRefs, { livemode: _, ...told }: Told): CustomerFact | null {
	if (refs.objectId === null) return null;
	return { ...told, customerId: refs.objectId, email: textOf(customer.email), name: textOf(customer.name) };
}
