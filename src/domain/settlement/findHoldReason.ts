import { formatMoney } from "../money";
import { normaliseEmail } from "./normaliseEmail";
import type { HoldReason, PaymentFact } from "./paymentFact";

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
	return findMoneyMismatch(fact, expected) ?? (fact.resolvedBy ? null : findIdentityMismatch(fact, expected));
}

function findMoneyMismatch({ amount, currency }: PaymentFact, expected: Expected) {
	if (currency?.toLowerCase() !== expected.currency.toLowerCase()) {
		return {
			reason: "currency_mismatch",
			why: `The payment is in ${currency?.toUpperCase() ?? "an unknown currency"}, the invoice in ${expected.currency.toUpperCase()}.`,
		} as const;
	}
	if (amount !== expected.amountDue) {
		const paid = amount === null ? "does not say how much was paid" : `is ${formatMoney(amount, currency)}`;
		return {
			reason: "amount_mismatch",
			why: `The payment ${paid}, the invoice asks ${formatMoney(expected.amountDue, expected.currency)}.`,
		} as const;
	}
	return null;
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
