import type { PayloadRequest } from "payload";
import { formatMoney } from "@/domain/money";
import { isMoney } from "@/domain/settlement/foldInvoice";
import { isCapture } from "@/domain/settlement/foldPayments";
import type { HoldReason, PaymentFact } from "@/domain/settlement/paymentFact";
import { env } from "@/env";
import type { EventRow } from "@/inbox/eventRow";
import { notifyVendor } from "../messages/notifyVendor";
import { raiseRisk } from "../risks/raiseRisk";
import { heldRiskKey, writeOutcomes } from "./writeOutcomes";

/** What took money back. A subscription whose casino is unknown is access that somebody pays for. */
const reversingTypes = /^(charge\.(refunded|dispute\.(created|closed))|customer\.subscription\.|manual\.)/;

/** The rest of an unknown invoice's life (finalized, updated, paid with nothing) is nobody's concern here. */
function movedMoney(row: EventRow, fact: PaymentFact | null): boolean {
	return fact !== null && isCapture(fact) ? isMoney(fact) : reversingTypes.test(row.type);
}

export const holdReasonWords: Record<HoldReason, string> = {
	unknown_customer: "Nobody we know paid this.",
	no_workspace: "The customer has no tenant this could be for.",
	email_mismatch: "The payer's e-mail is not the purchaser's.",
	duplicate_customer: "The payer is a second customer of the same company at the provider, or of several companies.",
	amount_mismatch: "The amount fits no invoice.",
	currency_mismatch: "The currency is not the invoice's.",
};

/**
 * Holds an event that could not be bound for certain, and puts it into the queue for a person. An event that moved no
 * money is set aside instead; it is looked at again when its references become known.
 */
export async function holdEvent(input: {
	req: PayloadRequest;
	row: EventRow;
	fact: PaymentFact | null;
	holdReason: HoldReason;
	why: string;
}): Promise<void> {
	const { req, row, fact, holdReason, why } = input;
	if (!movedMoney(row, fact) && row.invoiceId === null) {
		await writeOutcomes({ req, rows: [row], outcomes: new Map([[row.eventId, { status: "ignored", why }]]) });
		return;
	}
	await writeOutcomes({ req, rows: [row], outcomes: new Map([[row.eventId, { status: "held", holdReason, why }]]) });
	await reportHeld({ req, row, fact, holdReason, why });
}

/** Tells people that an event is held: an entry in the queue and a mail, once for each event. */
export async function reportHeld(input: {
	req: PayloadRequest;
	row: EventRow;
	fact: PaymentFact | null;
	holdReason: HoldReason;
	why: string;
	casinoName?: string;
}): Promise<void> {
	const { req, row, fact, holdReason, why, casinoName } = input;
	const amount = fact?.amount != null && fact.currency ? formatMoney(fact.amount, fact.currency) : null;
	const reason = `${holdReasonWords[holdReason]} ${why}`;
	await raiseRisk({
		req,
		key: heldRiskKey(row.id),
		kind: "payment_held",
		severity: "high",
		title: `Payment held${amount ? `: ${amount}` : ""}${fact?.payerEmail ? ` from ${fact.payerEmail}` : ""}`,
		detail: `${reason} Choose whose it is under Held payments, or dismiss it with a reason.`,
		casinoId: row.casinoId,
		invoiceId: row.invoiceId,
		paymentEventId: row.id,
	});
	await notifyVendor({
		req,
		roles: ["finance", "ops"],
		key: `payment-held:${row.id}`,
		template: "payment_held",
		casinoId: row.casinoId,
		data: {
			reason,
			amount,
			payer: fact?.payerEmail ?? fact?.customerId,
			provider: row.provider,
			casinoName,
			eventUrl: `${env().SERVER_URL}/admin/held-payments`,
		},
	});
}
