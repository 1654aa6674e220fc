/** What of an invoice an approval is bound to. `amountDue` in minor units. */
export type BoundTerms = { amountDue: number; currency: string; onboardingId: string | null };

/**
 * The version of an invoice that an approval names, as text: what is asked, and for which onboarding. The migration that gave
 * earlier purchase orders their approvals writes the same.
 */
export function formatTerms({ amountDue, currency, onboardingId }: BoundTerms): string {
	return `${amountDue} ${currency.toLowerCase()} / ${onboardingId ?? "-"}`;
}

/** The version of an approval that concerns an invoice: its terms, and what exactly is approved about it. */
export const formatVersion = (terms: BoundTerms, detail: string): string => `${formatTerms(terms)} / ${detail}`;

/** Whether an approval of that version still fits the invoice. */
export const isBoundTo = (version: string, terms: BoundTerms): boolean =>
	version.startsWith(`${formatTerms(terms)} / `);
