import type { PayloadRequest } from "payload";
import type { PaymentStatus } from "@/domain/paymentStatus";
import { objectOfFact } from "@/domain/settlement/findMentions";
import { foldObjects } from "@/domain/settlement/foldObjects";
import { keptOf } from "@/domain/settlement/foldPayment";
import { inLifecycleOrder } from "@/domain/settlement/lifecycle";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import { rowOf } from "@/domain/settlement/rowOf";
import { NotFound } from "@/errors";
import { type EventRow, eventColumns } from "@/inbox/eventRow";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { paymentFactOf } from "./listHeldEvents";
import { paymentColumns } from "./writePayments";

/** One event of a payment's life. `amount` in minor units, where it names one in the invoice's currency; `why` what it did, in words. */
export type PaymentMoment = {
	id: string;
	type: string;
	at: string;
	status: string;
	amount: number | null;
	why: string;
	/** It says that a refund failed or was cancelled. */
	isFailedRefund: boolean;
	/** Recorded or released by somebody who had not proved their address. */
	isByUnproved: boolean;
};

export type InvoicePayment = {
	id: string;
	provider: "stripe" | "xero" | "manual";
	reference: string;
	status: PaymentStatus;
	amount: number;
	refunded: number;
	disputed: number;
	lost: number;
	/** ISO 8601. */
	paidAt: string | null;
	livemode: boolean | null;
	providerObject: string | null;
	/** Oldest first. */
	events: PaymentMoment[];
};

export type InvoicePayments = {
	currency: string;
	/** Integer minor units. `kept`: of what came, what was neither given back nor lost. */
	sums: { due: number; paid: number; refunded: number; disputed: number; lost: number; kept: number };
	/** Oldest first. */
	payments: InvoicePayment[];
	/** The provider's invoices and payment pages; one of them is the present one. */
	objects: { ref: string; state: string; isCurrent: boolean }[];
	/** What was said of no payment in particular: issued, voided, an attempt that failed. Oldest first. */
	otherEvents: PaymentMoment[];
};

/**
 * An invoice's payments with their events, sums and objects at the provider, for the vendor's people.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readPayments(input: { req: PayloadRequest; invoiceId: string }): Promise<InvoicePayments> {
	const { req, invoiceId } = input;
	requireVendor(req);
	const sql = await sqlOf(req);
	const [invoice] = await sql<{ due: number; currency: string; current: string | null }>(
		`SELECT amount_due::float8 AS due, currency, stripe_invoice_id AS current FROM invoices WHERE id = $1::uuid`,
		[invoiceId],
	);
	if (!invoice) throw new NotFound("invoice");
	const rows = await sql<Omit<InvoicePayment, "paidAt" | "events"> & { paidAt: Date | null; chargeRef: string | null }>(
		`SELECT ${paymentColumns} FROM payments WHERE invoice_id = $1::uuid ORDER BY paid_at NULLS LAST, reference`,
		[invoiceId],
	);
	const events = await sql<EventRow>(
		`SELECT ${eventColumns} FROM payment_events WHERE invoice_id = $1::uuid ORDER BY occurred_at, id`,
		[invoiceId],
	);
	const told = events.flatMap((row) => {
		const fact = paymentFactOf(row);
		return fact ? [{ row, fact, moment: momentOf(row, fact, invoice.currency) }] : [];
	});
	const isAbout = (payment: (typeof rows)[number], { fact }: (typeof told)[number]) =>
		[
			fact.paymentIntentId,
			fact.chargeRef,
			fact.eventId,
			fact.recordedAs,
			...(fact.namedPayments ?? []).flatMap(namesOf),
		].some(
			(name) => name !== null && name !== undefined && (name === payment.reference || name === payment.chargeRef),
		) || payment.reference === objectOfFact(fact);
	const payments = rows.map(({ chargeRef: _, ...payment }, index): InvoicePayment => {
		const row = rows[index];
		return {
			...payment,
			paidAt: payment.paidAt?.toISOString() ?? null,
			events: row ? told.filter((one) => isAbout(row, one)).map(({ moment }) => moment) : [],
		};
	});
	const accepted = told.filter(({ row }) => row.status === "settled").map(({ fact }) => fact);
	const { objects } = foldObjects(inLifecycleOrder(accepted));
	return {
		currency: invoice.currency,
		sums: sumUp(invoice.due, payments),
		payments,
		objects: objects
			.filter(({ ref }) => ref !== "")
			.map(({ ref, state }) => ({ ref, state, isCurrent: ref === invoice.current })),
		otherEvents: told.filter((one) => !rows.some((row) => isAbout(row, one))).map(({ moment }) => moment),
	};
}

const namesOf = ({ intent, charge }: { intent: string | null; charge: string | null }) => [intent, charge];

function momentOf(row: EventRow, fact: PaymentFact, currency: string): PaymentMoment {
	const { id, type, status, explanation, isResolverUnproved: isByUnproved } = row;
	const amount = fact.currency === currency ? fact.amount : null;
	const isFailedRefund = rowOf(fact) === "refund (failed or canceled)";
	const at = row.occurredAt.toISOString();
	return { id, type, at, status, amount, why: explanation ?? "", isFailedRefund, isByUnproved };
}

function sumUp(due: number, payments: readonly InvoicePayment[]): InvoicePayments["sums"] {
	const sum = (of: (payment: InvoicePayment) => number) => payments.reduce((total, payment) => total + of(payment), 0);
	const [paid, refunded, disputed, lost] = [
		sum(({ amount }) => amount),
		sum((payment) => payment.refunded),
		sum((payment) => payment.disputed),
		sum((payment) => payment.lost),
	];
	return { due, paid, refunded, disputed, lost, kept: sum(keptOf) };
}
