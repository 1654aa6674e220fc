import type { InvoiceStatus } from "../invoiceStatus";
import type { BoundTerms } from "./boundTerms";

/** What of an invoice provisioning waits for. */
export type OpeningTerms = BoundTerms & { status: InvoiceStatus; opensGate: boolean };

/** Sent to the customer, and required before provisioning: from then on less is asked only with an approval. */
export const isIssuedOpening = ({ status, opensGate, onboardingId }: OpeningTerms): boolean =>
	opensGate && onboardingId !== null && status !== "draft" && status !== "void";

/**
 * What a change of an issued opening invoice takes away from what provisioning waits for: the difference of the amounts, or the
 * whole amount where the invoice no longer counts or its currency is another.
 *
 * @param agreed the terms that were asked or approved last
 * @returns integer minor units in the currency agreed; zero where nothing is taken away
 */
export function findReleased(agreed: BoundTerms, after: OpeningTerms): number {
	const stillCounts = after.opensGate && after.onboardingId === agreed.onboardingId && after.status !== "void";
	const isComparable = after.currency.toLowerCase() === agreed.currency.toLowerCase();
	return stillCounts && isComparable ? Math.max(0, agreed.amountDue - after.amountDue) : agreed.amountDue;
}
