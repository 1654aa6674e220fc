import { canonicalType } from "./lifecycle";
import type { PaymentFact } from "./paymentFact";

const disputeEnds: Readonly<Record<string, "won" | "lost">> = {
	won: "won",
	// An inquiry that became no dispute, and a dispute that was never opened: the payment stands.
	warning_closed: "won",
	prevented: "won",
	lost: "lost",
};

/** The row of the tables that an event is looked up in: its type, and where the type leaves it open, what its object says. */
export function rowOf(fact: PaymentFact): string {
	const type = canonicalType(fact.type);
	if (type === "checkout.session.completed") return `${type} (${fact.isPaid ? "paid" : "unpaid"})`;
	if (isRefund(type)) {
		const isOff = fact.matterStatus === "failed" || fact.matterStatus === "canceled" || type === "refund.failed";
		return isOff ? "refund (failed or canceled)" : "refund (any other state)";
	}
	if (type.startsWith("charge.dispute.")) return `dispute (${disputeStateOf(type, fact.matterStatus ?? null)})`;
	return type;
}

function isRefund(type: string): boolean {
	return type.startsWith("refund.") || type === "charge.refund.updated";
}

/** What the dispute says of itself outweighs the event's name: read again from the provider, it may be over by now. */
function disputeStateOf(type: string, status: string | null): "open" | "won" | "lost" {
	if (type === "charge.dispute.funds_reinstated") return "won";
	const end = status === null ? undefined : disputeEnds[status];
	// A closed dispute that does not say how is not taken for won.
	return end ?? (type === "charge.dispute.closed" ? "lost" : "open");
}
