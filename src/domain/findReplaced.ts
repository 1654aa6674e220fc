/** An invoice that provisioning waits for, as far as one may stand for another. */
export type Replaceable = {
	/** Integer minor units. */
	asked: number;
	currency: string;
	/** The onboarding that it opens; null where it opens none. */
	opens: string | null;
	/** Seconds since 1970: when it was written, and when the first of its payments was recorded here. */
	writtenAt?: number | null;
	paymentAt?: number | null;
	/** All of its money went back, or most. */
	isGivenBack: boolean;
	/** It is what provisioning waited for. */
	isCleared: boolean;
};

/**
 * Which invoices were given back and are replaced: by one that was written after their payment came, asks as much, and is cleared or
 * replaced itself. Each stands for one other: the same money does not pay two, nor an invoice that was asked beside the one given back.
 *
 * @param invoices the oldest first
 */
export function findReplaced(invoices: readonly Replaceable[]): boolean[] {
	const replaced = invoices.map(() => false);
	const taken = new Set<number>();
	// The newest first: what replaces an earlier one is decided by then.
	for (const [index, invoice] of [...invoices.entries()].toReversed()) {
		if (!invoice.isGivenBack || invoice.opens === null) continue;
		const fitting = [...invoices.entries()]
			.slice(index + 1)
			.filter(([at, later]) => !taken.has(at) && (later.isCleared || replaced[at]) && fits(later, invoice));
		const [found] = fitting.toSorted(([, one], [, other]) => one.asked - other.asked);
		if (!found) continue;
		taken.add(found[0]);
		replaced[index] = true;
	}
	return replaced;
}

function fits(later: Replaceable, invoice: Replaceable): boolean {
	const isAfter = (later.writtenAt ?? Infinity) >= (invoice.paymentAt ?? 0);
	const isSameCurrency = later.currency.toLowerCase() === invoice.currency.toLowerCase();
	return isAfter && isSameCurrency && later.opens === invoice.opens && later.asked >= invoice.asked;
}
