import type { InvoiceStanding } from "@/domain/invoiceStanding";
import type { ShapeName } from "../parts/Shape";
import { StatusBadge } from "../parts/StatusBadge";
import type { Tone } from "../parts/toneOf";

/** Red only where a person must act: money that is late, or that somebody wants back. */
const looks: Record<InvoiceStanding, { label: string; tone: Tone; shape: ShapeName }> = {
	draft: { label: "Draft", tone: "waiting", shape: "open" },
	open: { label: "Open", tone: "waiting", shape: "open" },
	part_paid: { label: "Part paid", tone: "waiting", shape: "half" },
	overdue: { label: "Overdue", tone: "bad", shape: "act" },
	awaiting_approval: { label: "Awaiting second approval", tone: "warn", shape: "seats" },
	disputed: { label: "Disputed", tone: "bad", shape: "flag" },
	paid: { label: "Paid", tone: "good", shape: "done" },
	partly_refunded: { label: "Partly refunded", tone: "waiting", shape: "back" },
	refunded: { label: "Refunded", tone: "ended", shape: "back" },
	uncollectible: { label: "Uncollectible", tone: "bad", shape: "act" },
	void: { label: "Void", tone: "ended", shape: "void" },
	credit_note: { label: "Credit note", tone: "ended", shape: "back" },
};

/** How an invoice stands, as shape, colour and word. */
export function InvoiceBadge({ standing }: { standing: InvoiceStanding }) {
	return <StatusBadge status={standing} {...looks[standing]} />;
}
