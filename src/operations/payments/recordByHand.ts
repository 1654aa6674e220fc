import type { PayloadRequest } from "payload";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatMoney } from "@/domain/money";
import { sqlOf } from "@/queue/sqlOf";
import { readApprovalLimit } from "../approvals/readApprovalLimit";
import { findSeats, takeSeat } from "../approvals/takeSeat";
import type { InvoiceTerms } from "./lockInvoice";
import { type ManualInput, type ManualOutcome, recordManualEvent } from "./manualEvent";

/** `approval`: the one that a second person gives, or gave. */
export type RecordedByHand = ManualOutcome & { approval?: string };

/**
 * Records what a person says of money that moved outside the providers. Above the limit, counted with what single persons have
 * recorded before, nothing settles until a second person approves; what settles then is what the first one said. The caller holds the
 * invoice's lock and has checked that it fits.
 *
 * @param input.said `amount` in minor units
 * @param input.version what the approval is bound to
 * @param input.alone what single persons have recorded on the invoice before, in minor units
 * @param input.eventOf the event that says the same, with its key
 */
export async function recordByHand<Said extends { amount: number; currency: string; reason: string }>(input: {
	req: PayloadRequest;
	invoice: InvoiceTerms;
	subject: "manual_payment" | "manual_refund";
	said: Said;
	version: string;
	alone: number;
	eventOf(said: Said): Omit<ManualInput, "req" | "invoiceId"> & { idempotencyKey: string };
}): Promise<RecordedByHand> {
	const { req, invoice, subject, said, version, alone, eventOf } = input;
	const { amount, currency, reason } = said;
	const about = { req, subject, invoiceId: invoice.id, version } as const;
	const needed = seatsNeeded({ amount: alone + amount, currency, limit: await readApprovalLimit(req) });
	const seats = await findSeats(about, needed);
	const settle = (event: ReturnType<typeof eventOf>) => recordManualEvent({ req, invoiceId: invoice.id, ...event });
	if (seats === 1) return settle(eventOf(said));
	const what = subject === "manual_payment" ? "Payment" : "Refund";
	const seat = await takeSeat({
		...about,
		title: `${what} of ${formatMoney(amount, currency)} by hand on invoice ${invoice.number}`,
		casinoId: invoice.casinoId,
		amount,
		currency,
		seats,
		reason,
		proposal: said,
	});
	if (seat.status === "awaiting") return { status: "awaiting", why: seat.message, approval: seat.id };
	const event = eventOf(seat.proposal as unknown as Said);
	const outcome = await settle(event);
	const sql = await sqlOf(req);
	await sql(
		`UPDATE approvals SET payment_event_id = (SELECT id FROM payment_events WHERE provider = 'manual' AND event_id = $2)
		 WHERE id = $1::uuid`,
		[seat.id, `manual_${event.idempotencyKey}`],
	);
	return { ...outcome, approval: seat.id };
}
