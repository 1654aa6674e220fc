import type { InvoiceStatus } from "../invoiceStatus";
import type { FoldedPayment } from "./foldPayment";
import type { InvoiceState, Problem } from "./invoiceState";

/** What the invoice's row holds of the folded state. */
export type InvoiceRecord = Omit<InvoiceState, "payments">;

export type InvoicePlan = {
	/** The fields to write, and only those. Empty: nothing changed. */
	change: Partial<Omit<InvoiceState, "payments">>;
	/** The status it has now and did not have before. */
	became: InvoiceStatus | null;
	newProblems: Problem[];
	/** What the payments no longer show. */
	endedProblems: Problem[];
};

/**
 * What must be written to bring an invoice's row to its folded state, and what that means.
 *
 * Details (link, due date, ids) are never erased: the row may know what no event told.
 */
export function planInvoiceChange(current: InvoiceRecord, folded: InvoiceState): InvoicePlan {
	const newProblems = folded.problems.filter((problem) => !isAmong(current.problems, problem));
	const endedProblems = current.problems.filter((known) => !folded.problems.some((problem) => isSame(known, problem)));
	const change: InvoicePlan["change"] = { ...changedFacts(current, folded), ...changedDetails(current, folded) };
	if (newProblems.length > 0 || endedProblems.length > 0) change.problems = folded.problems;
	const became = current.status === folded.status ? null : folded.status;
	if (became) change.status = became;
	return { change, became, newProblems, endedProblems };
}

/** Of another amount it is news again. */
function isAmong(known: readonly Problem[], problem: Problem): boolean {
	return known.some((one) => isSame(one, problem) && (isOfEvent(one) || one.amount === problem.amount));
}

function isSame(known: Problem, problem: Problem): boolean {
	return known.kind === problem.kind && (isOfEvent(known) || known.reference === problem.reference);
}

/** How a problem is named that was written before payments were rows: by the event that told it, often without an amount. */
export const ofEvent = "event:";

function isOfEvent({ reference }: Problem): boolean {
	return reference.startsWith(ofEvent);
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
		if (folded[name] !== null && current[name] !== folded[name]) change[name] = folded[name];
	}
	return change;
}

function isSameTime(a: string | null, b: string | null): boolean {
	return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
}

/** A payment as its row holds it. */
export type PaymentRecord = FoldedPayment & { id: string };

export type PaymentsPlan = {
	create: FoldedPayment[];
	update: { id: string; payment: FoldedPayment }[];
	remove: string[];
};

/**
 * What must be written so that the rows are the folded payments. A payment that was implied by its invoice, and is named now,
 * keeps its row.
 */
export function planPayments(rows: readonly PaymentRecord[], folded: readonly FoldedPayment[]): PaymentsPlan {
	const plan: PaymentsPlan = { create: [], update: [], remove: [] };
	const free = new Set(rows);
	const unmatched = folded.filter((payment) => {
		const row = rows.find(
			({ reference, provider }) => reference === payment.reference && provider === payment.provider,
		);
		if (!row) return true;
		free.delete(row);
		if (!isSamePayment(row, payment)) plan.update.push({ id: row.id, payment });
		return false;
	});
	for (const payment of unmatched) {
		const row = [...free].find(
			({ provider, providerObject }) => provider === payment.provider && providerObject === payment.providerObject,
		);
		if (row) {
			free.delete(row);
			plan.update.push({ id: row.id, payment });
		} else plan.create.push(payment);
	}
	plan.remove.push(...[...free].map(({ id }) => id));
	return plan;
}

function isSamePayment(row: PaymentRecord, payment: FoldedPayment): boolean {
	const { id: _, paidAt, ...rest } = row;
	const { paidAt: foldedAt, ...folded } = payment;
	const names = Object.keys(folded) as (keyof typeof folded)[];
	return isSameTime(paidAt, foldedAt) && names.every((name) => rest[name] === folded[name]);
}
