import type { InvoiceStatus } from "../invoiceStatus";
import { type FoldedPayment, keptOf } from "./foldPayment";
import type { Problem } from "./invoiceState";

/**
 * What a person has to look at, computed from the payments alone: a problem ends when the payments no longer show it.
 *
 * @param input.due minor units
 * @param input.uncounted payments of a provider's invoice that was voided, or of an invoice withdrawn here
 * @param input.wasCovered what came was once all that is due
 */
export function findProblems(input: {
	status: InvoiceStatus;
	due: number;
	payments: readonly FoldedPayment[];
	uncounted: readonly FoldedPayment[];
	wasPaidBeforeVoid: boolean;
	wasCovered: boolean;
}): Problem[] {
	const { payments, status } = input;
	const disputes = payments
		.filter(({ disputed }) => disputed > 0)
		.map(({ reference, disputed }): Problem => ({ kind: "disputed", reference, amount: disputed }));
	const lost =
		status === "paid" || status === "refunded"
			? []
			: payments
					.filter((payment) => payment.lost > 0)
					.map((payment): Problem => ({ kind: "lost", reference: payment.reference, amount: payment.lost }));
	return [...disputes, ...lost, ...findVoided(input), ...findReturned(input), ...findExcess(input)];
}

type Input = Parameters<typeof findProblems>[0];

function findVoided({ status, uncounted, wasPaidBeforeVoid }: Input): Problem[] {
	const kept = uncounted.reduce((sum, payment) => sum + keptOf(payment), 0);
	if (kept <= 0) return [];
	const kind = status === "void" && wasPaidBeforeVoid ? "voided" : "paid_after_void";
	return [{ kind, reference: "invoice", amount: kept }];
}

/** Giving a duplicate back is no problem; giving back of what is due is one, however small. */
function findReturned({ status, payments, uncounted, due, wasCovered }: Input): Problem[] {
	const counted = payments.filter((payment) => !uncounted.includes(payment));
	const refunded = counted.reduce((sum, payment) => sum + payment.refunded, 0);
	const kept = counted.reduce((sum, payment) => sum + keptOf(payment), 0);
	if (status === "refunded") return [{ kind: "refunded", reference: "invoice", amount: refunded }];
	if (status !== "paid" || !wasCovered || kept >= due || refunded === 0) return [];
	return [{ kind: "partially_refunded", reference: "invoice", amount: refunded }];
}

/** Each payment that came when all was paid already is one too many; what is left beyond that was paid on top. */
function findExcess({ status, payments, uncounted, due }: Input): Problem[] {
	if (status !== "paid") return [];
	const counted = payments.filter((payment) => !uncounted.includes(payment) && keptOf(payment) > 0);
	let excess = counted.reduce((sum, payment) => sum + keptOf(payment), 0) - due;
	const problems: Problem[] = [];
	for (const payment of counted.toReversed()) {
		const kept = keptOf(payment);
		if (excess < kept || excess <= 0 || due === 0) break;
		problems.push({ kind: "paid_twice", reference: payment.reference, amount: kept });
		excess -= kept;
	}
	if (excess > 0) problems.push({ kind: "overpaid", reference: "invoice", amount: excess });
	return problems;
}
