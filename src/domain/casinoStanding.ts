/**
 * How a casino stands with its payments. `voided`: an invoice that opened the gate was withdrawn. `refunded`: all that was
 * paid was given back. `disputed`: a dispute is open; `lost`: one took the money for good.
 */
export const casinoStandings = ["good", "failing", "refunded", "disputed", "voided", "lost"] as const;
export type CasinoStanding = (typeof casinoStandings)[number];

/** From the gravest to the lightest: of several, the gravest is shown. */
const byGravity = ["disputed", "lost", "refunded", "voided", "failing"] as const;

/** What an invoice and its payments say. Amounts are integer minor units. */
export type InvoiceMoney = {
	status: string;
	amountDue: number;
	/** Of what came, what was neither given back nor lost. */
	kept: number;
	refunded: number;
	disputed: number;
	lost: number;
	isFailing: boolean;
	/** Void, though it was paid before or the gate was opened with it, and no other invoice of the onboarding stands for it. */
	isWithdrawn: boolean;
};

const rules: Record<(typeof byGravity)[number], (invoice: InvoiceMoney) => boolean> = {
	disputed: ({ disputed }) => disputed > 0,
	lost: ({ lost, status }) => lost > 0 && status !== "paid" && status !== "refunded" && status !== "void",
	refunded: (invoice) => invoice.status === "refunded" || (invoice.status === "paid" && isMostlyReturned(invoice)),
	voided: ({ isWithdrawn }) => isWithdrawn,
	failing: ({ isFailing }) => isFailing,
};

/** Up to half of what is due given back is goodwill: the customer stays in good standing. */
export function isMostlyReturned({ kept, refunded, amountDue }: Pick<InvoiceMoney, "kept" | "refunded" | "amountDue">) {
	return refunded > 0 && kept * 2 < amountDue;
}

/** How a casino stands, from all its invoices; computed anew each time, so that it goes back by itself. */
export function standingOf(invoices: readonly InvoiceMoney[]): CasinoStanding {
	return byGravity.find((standing) => invoices.some(rules[standing])) ?? "good";
}
