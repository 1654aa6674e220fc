import { findReplaced } from "./findReplaced";

/**
 * How a casino stands with its payments. `voided`: an invoice that opened the gate was withdrawn. `refunded`: all that was
 * paid was given back. `disputed`: a dispute is open; `lost`: one took the money for good.
 */
export const casinoStandings = ["good", "failing", "refunded", "disputed", "voided", "lost"] as const;
export type CasinoStanding = (typeof casinoStandings)[number];

/** From the gravest to the lightest: of several, the gravest is shown. */
const byGravity = ["disputed", "lost", "refunded", "voided", "failing"] as const;

/** What an invoice and its payments say. Amounts are integer minor units. */
export type InvoiceSums = {
	status: string;
	/** The onboarding whose provisioning waits for it. */
	opens: string | null;
	/** Seconds since 1970: when it was written, and when the first of its payments was recorded here. */
	writtenAt?: number | null;
	paymentAt?: number | null;
	amountDue: number;
	currency: string;
	/** Of what came, what was neither given back nor lost. */
	kept: number;
	refunded: number;
	disputed: number;
	lost: number;
	isFailing: boolean;
	/** Void, though it was paid before or the gate was opened with it, and no other invoice of the onboarding stands for it. */
	isWithdrawn: boolean;
};

const rules: Record<(typeof byGravity)[number], (invoice: InvoiceSums) => boolean> = {
	disputed: ({ disputed }) => disputed > 0,
	lost: ({ lost, status }) => lost > 0 && status !== "paid" && status !== "refunded" && status !== "void",
	refunded: isGivenBack,
	voided: ({ isWithdrawn }) => isWithdrawn,
	failing: ({ isFailing }) => isFailing,
};

/** Up to half of what is due given back is goodwill: the customer stays in good standing. */
export function isMostlyReturned({ kept, refunded, amountDue }: Pick<InvoiceSums, "kept" | "refunded" | "amountDue">) {
	return refunded > 0 && kept * 2 < amountDue;
}

/** All of what was paid for it went back, or most. */
export function isGivenBack(invoice: Pick<InvoiceSums, "status" | "kept" | "refunded" | "amountDue">): boolean {
	return invoice.status === "refunded" || (invoice.status === "paid" && isMostlyReturned(invoice));
}

/**
 * How a casino stands, from all its invoices; computed again each time, so that it goes back by itself.
 *
 * @param invoices the oldest first
 */
export function standingOf(invoices: readonly InvoiceSums[]): CasinoStanding {
	const replaced = findReplaced(
		invoices.map(({ amountDue, ...invoice }) => {
			const isGone = isGivenBack({ amountDue, ...invoice });
			return { ...invoice, asked: amountDue, isGivenBack: isGone, isCleared: invoice.status === "paid" && !isGone };
		}),
	);
	const isOpen = (standing: (typeof byGravity)[number]) =>
		invoices.some((invoice, index) => rules[standing](invoice) && !(standing === "refunded" && replaced[index]));
	return byGravity.find(isOpen) ?? "good";
}
