import { formatMoney } from "../money";
import { normaliseEmail } from "./normaliseEmail";
import type { HoldReason, PaymentFact } from "./paymentFact";
import { rowOf } from "./rowOf";

/** What a payment must agree with. */
export type Expected = {
	/** Integer minor units. */
	amountDue: number;
	/** ISO 4217, lower case. */
	currency: string;
	purchaserEmail: string | null;
	/** The provider's customer our company is linked to. */
	companyStripeId: string | null;
};

/**
 * Why a payment must not be accepted for an invoice without a person, or null when it may.
 *
 * It looks at the fact and the invoice only, never at other events, so the answer does not depend on what else
 * has arrived. Money is checked before identity; a person who confirmed the binding answers for the identity, nobody
 * for a wrong amount.
 */
export function findHoldReason(fact: PaymentFact, expected: Expected): { reason: HoldReason; why: string } | null {
	if (fact.wasSettled) return null;
	return findMoneyMismatch(fact, expected) ?? findUnresolvedPayer(fact, expected);
}

/** That somebody else than the purchaser paid, as long as no person has answered for it. */
export function findUnresolvedPayer(fact: PaymentFact, expected: Expected) {
	return fact.wasSettled || fact.resolvedBy ? null : findIdentityMismatch(fact, expected);
}

/** Whether an event answers for whose payment it is: it names the purchaser, or a person has decided it. */
export function namesPurchaser(fact: PaymentFact, expected: Expected): boolean {
	if (fact.resolvedBy) return true;
	return fact.payerEmail !== null && expected.purchaserEmail !== null && !findIdentityMismatch(fact, expected);
}

/**
 * Whether an accepted event answers for whose payment it is. A payment of the provider's invoice names nobody: that is for what tells
 * of the invoice to say.
 */
export function saysWhoPaid(fact: PaymentFact, { purchaserEmail, companyStripeId }: Expected): boolean {
	if (rowOf(fact) !== "invoice_payment.paid" || fact.resolvedBy) return true;
	const isAnybody = purchaserEmail === null && companyStripeId === null;
	return isAnybody || fact.payerEmail !== null || fact.customerId !== null;
}

/** What the customer's credit at the provider paid of an invoice: it was taken off before anything was asked. */
export function creditOf({ total, amountDue }: PaymentFact): number {
	return total == null || amountDue == null ? 0 : Math.max(0, total - amountDue);
}

/** Why the money of a payment does not fit the invoice, whoever paid it; null when it does. */
export function findMoneyMismatch(fact: PaymentFact, expected: Expected) {
	const { amount, currency } = fact;
	if (currency?.toLowerCase() !== expected.currency.toLowerCase()) {
		return {
			reason: "currency_mismatch",
			why: `The payment is in ${currency?.toUpperCase() ?? "an unknown currency"}, the invoice in ${expected.currency.toUpperCase()}.`,
		} as const;
	}
	if (!fitsAmount(fact, expected.amountDue)) {
		const paid = amount === null ? "does not say how much was paid" : `is ${formatMoney(amount, currency)}`;
		return {
			reason: "amount_mismatch",
			why: `The payment ${paid}, the invoice asks ${formatMoney(expected.amountDue, expected.currency)}.`,
		} as const;
	}
	return null;
}

/** The rows whose payment may be a part of what is due, by their nature. */
const mayBePart: ReadonlySet<string> = new Set(["invoice_payment.paid", "manual.paid"]);

/**
 * A payment of the provider's invoice, and one recorded by hand, may be a part. What says that all was paid must come to
 * what our invoice asks: with the credit that was taken off before, and more only where no more than that was asked for.
 */
function fitsAmount(fact: PaymentFact, due: number): boolean {
	if (fact.amount === null) return false;
	if (mayBePart.has(rowOf(fact))) return true;
	const credit = creditOf(fact);
	if (fact.amount + credit === due) return true;
	const asked = fact.amountDue ?? fact.amount;
	return asked + credit === due && fact.amount > asked;
}

function findIdentityMismatch({ customerId, payerEmail }: PaymentFact, expected: Expected) {
	if (customerId && expected.companyStripeId && customerId !== expected.companyStripeId) {
		return {
			reason: "duplicate_customer",
			why: `It was paid as customer ${customerId}; the company is linked to ${expected.companyStripeId}.`,
		} as const;
	}
	if (payerEmail && expected.purchaserEmail && normaliseEmail(payerEmail) !== normaliseEmail(expected.purchaserEmail)) {
		return {
			reason: "email_mismatch",
			why: "The payer's e-mail address is not the purchaser's on the invoice.",
		} as const;
	}
	return null;
}
