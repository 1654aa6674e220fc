import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { spelled } from "@/domain/inWords";
import { formatMoney } from "@/domain/money";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { readApprovalLimit } from "../approvals/readApprovalLimit";
import { type TakenSeat, takeSeat } from "../approvals/takeSeat";
import { reviewStanding } from "../casinos/reviewStanding";

type Billed = {
	number: string;
	status: string;
	casinoId: string;
	onboardingId: string | null;
	currency: string;
	purchaserEmail: string | null;
	amends: string | null;
	/** With its amendments, in minor units. */
	total: number;
	/** Its newest amendment. */
	latest: string | null;
};

export type Amended = {
	status: "awaiting" | "amended" | "unchanged";
	message: string;
	approval?: string;
	invoice?: string;
};

/**
 * Changes what a paid invoice comes to, or a refunded one. The invoice stays as it was paid: a higher amount is billed as another invoice of the
 * difference, a lower one is credited by a credit note, whose money is given back as a refund. Above the limit of the
 * settings two persons amend: the second by the same act, or by approving. In the caller's transaction.
 *
 * @param input.amountDue what the invoice is to come to, with its amendments, in minor units. Named again, nothing changes
 * @throws NotFound; Conflict for an invoice that was never paid, and for more than a refunded one asked; InvalidInput
 */
export async function amendInvoice(input: {
	req: PayloadRequest;
	invoiceId: string;
	amountDue: number;
	reason: string;
	/** The day on which the difference is due. */
	dueAt?: string | null;
}): Promise<Amended> {
	const { req, invoiceId, amountDue, reason, dueAt = null } = input;
	const billed = await findBilled(req, invoiceId);
	requireAmendable(billed);
	const { total, currency, number } = billed;
	if (billed.status === "refunded" && amountDue > total)
		throw new Conflict(`Invoice ${number} is refunded: write a new invoice for what is asked now.`, "invoice_not_paid");
	if (amountDue === total) {
		const message = `Invoice ${number} comes to ${formatMoney(total, currency)} already.`;
		if (!billed.latest) throw new InvalidInput([{ path: "amountDue", message }]);
		return { status: "unchanged", message, invoice: billed.latest };
	}
	const limit = await readApprovalLimit(req);
	const words = `${formatMoney(total, currency)} to ${formatMoney(amountDue, currency)}`;
	const seat = await takeSeat({
		req,
		subject: "amendment",
		title: `Amend invoice ${number}: ${words}`,
		casinoId: billed.casinoId,
		invoiceId,
		amount: Math.abs(amountDue - total),
		currency,
		version: `${invoiceId}: ${total} to ${amountDue} ${currency}${dueAt ? `, due ${dueAt}` : ""}`,
		seats: seatsNeeded({ amount: Math.max(total, amountDue), currency, limit }),
		reason,
		proposal: { amountDue, dueAt, reason },
	});
	if (seat.status === "awaiting") return { status: "awaiting", approval: seat.id, message: seat.message };
	// The second person says why they agree; the reason of the amendment is that of whoever asked for it.
	const because = typeof seat.proposal?.reason === "string" ? seat.proposal.reason : reason;
	const invoice = await issue({ req, invoiceId, billed, difference: amountDue - total, dueAt, seat, reason: because });
	const more = `The difference is invoice ${invoice.number}.`;
	const rest = billed.status === "paid" ? " Refund the amount where it was paid." : "";
	const less = `Credit note ${invoice.number} is written.${rest}`;
	return { status: "amended", invoice: invoice.id, message: amountDue > total ? more : less };
}

async function findBilled(req: PayloadRequest, invoiceId: string): Promise<Billed> {
	const sql = await sqlOf(req);
	await sql("SELECT id FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE", [invoiceId]);
	const [billed] = await sql<Billed>(
		`SELECT i.number, i.status, i.casino_id AS "casinoId", i.onboarding_id AS "onboardingId", i.currency,
			i.purchaser_email AS "purchaserEmail", i.amends_id AS amends,
			(i.amount_due + coalesce((SELECT sum(a.amount_due - coalesce(a.credit, 0)) FROM invoices a
				WHERE a.amends_id = i.id AND a.status <> 'void'), 0))::float8 AS total,
			(SELECT a.id FROM invoices a WHERE a.amends_id = i.id AND a.status <> 'void' ORDER BY a.created_at DESC, a.id LIMIT 1) AS latest
		 FROM invoices i WHERE i.id = $1::uuid`,
		[invoiceId],
	);
	if (!billed) throw new NotFound("invoice");
	return billed;
}

function requireAmendable({ number, status, amends }: Billed): void {
	if (amends) throw new Conflict(`Invoice ${number} is an amendment. Amend the invoice it amends.`, "is_amendment");
	if (status === "paid" || status === "refunded") return;
	const isWaiting = status === "draft" || status === "open";
	const instead = isWaiting ? "Change its amount while nothing is paid, or void it." : "Write a new invoice.";
	throw new Conflict(`Invoice ${number} is ${spelled(status)}, not paid. ${instead}`, "invoice_not_paid");
}

async function issue(input: {
	req: PayloadRequest;
	invoiceId: string;
	billed: Billed;
	difference: number;
	dueAt: string | null;
	seat: TakenSeat;
	reason: string;
}): Promise<{ id: string; number: string }> {
	const { req, invoiceId, billed, difference, dueAt, seat, reason } = input;
	const system = asSystem(req, "an invoice was amended");
	const isCredit = difference < 0;
	const { id, number } = await req.payload.create({
		collection: slug.invoices,
		data: {
			casino: billed.casinoId,
			onboarding: billed.onboardingId,
			status: isCredit ? "draft" : "open",
			amountDue: Math.max(difference, 0),
			credit: isCredit ? -difference : null,
			currency: billed.currency,
			purchaserEmail: billed.purchaserEmail,
			opensGate: false,
			po: { status: "none" },
			description: `${isCredit ? "Credit" : "Amendment"} of invoice ${billed.number}`,
			dueAt,
			amends: invoiceId,
			amendReason: reason,
			amendedBy: seat.firstApprover,
			amendmentApprovedBy: seat.secondApprover,
		},
		depth: 0,
		...system,
	});
	// Nothing is owed on a credit note: it is settled when it is written.
	if (isCredit) {
		await req.payload.update({ collection: slug.invoices, id, data: { status: "paid" }, depth: 0, ...system });
		await reviewStanding({ req, casinoId: billed.casinoId });
	}
	return { id, number: number ?? "" };
}
