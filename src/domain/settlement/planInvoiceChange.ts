import { type InvoiceStatus, invoiceTransitions } from "../invoiceStatus";
import { assertTransition } from "../transition";
import type { InvoiceState, Reversal, ReversalKind } from "./invoiceState";

/** What the invoice's row holds of the folded state. */
export type InvoiceRecord = Omit<InvoiceState, "wasPaid" | "reversals"> & {
	reversals: readonly Pick<Reversal, "kind" | "eventId">[];
};

export type InvoiceTransition = `became_${InvoiceStatus}` | `reversed:${ReversalKind}`;

export type InvoicePlan = {
	/** The fields to write, and only those. Empty: nothing changed. */
	change: Partial<Omit<InvoiceState, "wasPaid">>;
	/** What others must hear of, in order: the change of status first. */
	transitions: InvoiceTransition[];
	newReversals: Reversal[];
};

/**
 * What must be written to bring an invoice's row to its folded state, and what that means.
 *
 * Details (link, due date, ids) are never erased: the row may know what no event told.
 *
 * @throws TransitionRefused when the row was brought by hand to where no event leads back from
 */
export function planInvoiceChange(current: InvoiceRecord, folded: InvoiceState): InvoicePlan {
	const newReversals = folded.reversals.filter((reversal) => !isKnown(current.reversals, reversal));
	const change: InvoicePlan["change"] = { ...changedFacts(current, folded), ...changedDetails(current, folded) };
	if (newReversals.length > 0) change.reversals = folded.reversals;

	const transitions: InvoiceTransition[] = newReversals.map(({ kind }) => `reversed:${kind}` as const);
	if (current.status !== folded.status) {
		assertTransition({ noun: "invoice", table: invoiceTransitions, from: current.status, to: folded.status });
		change.status = folded.status;
		transitions.unshift(`became_${folded.status}`);
	}
	return { change, transitions, newReversals };
}

function isKnown(known: InvoiceRecord["reversals"], { kind, eventId }: Reversal): boolean {
	return known.some((one) => one.kind === kind && one.eventId === eventId);
}

function changedFacts(current: InvoiceRecord, folded: InvoiceState): InvoicePlan["change"] {
	return {
		...(current.amountPaid !== folded.amountPaid && { amountPaid: folded.amountPaid }),
		...(current.amountRefunded !== folded.amountRefunded && { amountRefunded: folded.amountRefunded }),
		...(!isSameTime(current.paidAt, folded.paidAt) && { paidAt: folded.paidAt }),
		...(!isSameTime(current.paymentFailedAt, folded.paymentFailedAt) && {
			paymentFailedAt: folded.paymentFailedAt,
		}),
	};
}

const details = ["paymentIntentId", "providerInvoiceId", "providerNumber", "hostedInvoiceUrl", "dueAt"] as const;

function changedDetails(current: InvoiceRecord, folded: InvoiceState): InvoicePlan["change"] {
	const change: InvoicePlan["change"] = {};
	for (const name of details) {
		const isNews = name === "dueAt" ? !isSameTime(current.dueAt, folded.dueAt) : current[name] !== folded[name];
		if (folded[name] !== null && isNews) change[name] = folded[name];
	}
	return change;
}

function isSameTime(a: string | null, b: string | null): boolean {
	return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
}
