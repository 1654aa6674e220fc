import type { PayloadRequest } from "payload";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatVersion } from "@/domain/approvals/boundTerms";
import { formatMoney } from "@/domain/money";
import { findMoneyMismatch } from "@/domain/settlement/findHoldReason";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { Conflict, NotFound, SignInRequired } from "@/errors";
import { type EventRow, readEvent } from "@/inbox/eventRow";
import { lockEvent, lockReferences, readEventRow } from "@/inbox/lockEvent";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { readApprovalLimit } from "../approvals/readApprovalLimit";
import { findSeats, type TakenSeat, takeSeat } from "../approvals/takeSeat";
import { resolveRisk } from "../risks/resolveRisk";
import { requireProved } from "../users/requireProved";
import { reportHeld } from "./holdEvent";
import { paymentFactOf } from "./listHeldEvents";
import { lockInvoiceRow } from "./lockInvoice";
import { settleInvoice } from "./settleInvoice";
import { settleSubscription } from "./settleSubscription";
import { heldRiskKey, writeOutcomes } from "./writeOutcomes";

function requireHeld(row: EventRow | null): EventRow {
	if (!row) throw new NotFound("payment event");
	if (row.status !== "held") throw new Conflict(`The event is ${row.status}: somebody has decided it already.`);
	return row;
}

type Target = {
	number: string;
	status: string;
	amountDue: number;
	currency: string;
	purchaserEmail: string | null;
	onboardingId: string | null;
	casinoId: string;
	casinoName: string;
};

async function findTarget(sql: Sql, id: string): Promise<Target> {
	const [row] = await sql<Target>(
		`SELECT i.number, i.status, i.amount_due::float8 AS "amountDue", i.currency, i.purchaser_email AS "purchaserEmail",
			i.onboarding_id AS "onboardingId",
			c.id AS "casinoId", c.name AS "casinoName"
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1::uuid`,
		[id],
	);
	if (!row) throw new NotFound("invoice");
	return row;
}

/** What settling a held event for an invoice would do, and what speaks against it. Changes nothing. */
export async function previewSettlement(input: {
	req: PayloadRequest;
	eventId: string;
	invoiceId: string;
}): Promise<{ effects: string[]; warnings: string[] }> {
	const sql = await sqlOf(input.req);
	const row = requireHeld(await readEventRow(sql, input.eventId));
	const target = await findTarget(sql, input.invoiceId);
	const fact = paymentFactOf(row);
	const paid = fact?.amount != null ? formatMoney(fact.amount, fact.currency ?? target.currency) : "an unknown amount";
	const expected = { ...target, purchaserEmail: null, companyStripeId: null };
	const fits = fact !== null && findMoneyMismatch(fact, expected) === null;
	const owed = formatMoney(target.amountDue, target.currency);
	const isOtherPayer =
		fact?.payerEmail &&
		target.purchaserEmail &&
		normaliseEmail(fact.payerEmail) !== normaliseEmail(target.purchaserEmail);
	return {
		effects: fits
			? [
					`Invoice ${target.number} of ${target.casinoName} is settled with ${paid}.`,
					"When that was the last thing its gate waited for, provisioning starts at once.",
					"The purchaser is told that the payment arrived.",
				]
			: [
					`The event is bound to invoice ${target.number} of ${target.casinoName} and stays held: ${paid} came, ${owed} is asked.`,
				],
		warnings: [
			...(fits
				? []
				: ["Amount or currency do not fit. Correct the invoice, or dismiss the event and refund the payment."]),
			...(target.status === "open" || target.status === "uncollectible" ? [] : [`The invoice is ${target.status}.`]),
			...(isOtherPayer ? [`The payer is ${fact.payerEmail}, the purchaser ${target.purchaserEmail}.`] : []),
		],
	};
}

/**
 * Settles a held event for the invoice a person chose. Their word stands for the payer's identity, not for the amount:
 * one that does not fit stays held, with the reason. Above the limit a second person says the same before anything happens.
 */
export async function settleHeldEvent(input: {
	req: PayloadRequest;
	eventId: string;
	invoiceId: string;
	reason: string;
}): Promise<{ status: string; why: string; approval?: string }> {
	const { req, eventId, invoiceId, reason } = input;
	if (!req.user) throw new SignInRequired();
	const { isProved } = await requireProved(req);
	const sql = await sqlOf(req);
	await lockReferences(sql, readEvent(requireHeld(await readEventRow(sql, eventId))).refs);
	await lockInvoiceRow(sql, invoiceId);
	// Read under the lock: of two people who choose two invoices for one payment, the second finds it decided.
	const row = requireHeld(await lockEvent(sql, eventId));
	const target = await findTarget(sql, invoiceId);
	const awaited = await approveRelease({ req, row, target, invoiceId, reason });
	if (awaited) return { status: "awaiting", why: awaited.message, approval: awaited.id };
	// An entry about one casino cannot speak of another's payment: it is closed before the event moves.
	if (row.casinoId && row.casinoId !== target.casinoId) {
		await resolveRisk({ req, key: heldRiskKey(eventId), resolution: reason });
	}
	await sql(
		`UPDATE payment_events SET resolved_by_id = $2::uuid, resolution = $3, casino_id = $4::uuid, is_resolver_unproved = $5
		 WHERE id = $1::uuid`,
		[eventId, req.user.id, reason, target.casinoId, !isProved],
	);
	const reading = readEvent(row);
	const chosen = { ...row, resolvedBy: req.user.id, casinoId: target.casinoId };
	if (reading.kind === "subscription" && reading.fact) {
		await settleSubscription({ req, row: chosen, fact: reading.fact, refs: reading.refs });
	} else {
		await settleInvoice({ req, invoiceId, row: { ...chosen, invoiceId }, refs: reading.refs });
	}
	const [outcome] = await sql<{ status: string; why: string }>(
		"SELECT status, coalesce(explanation, '') AS why FROM payment_events WHERE id = $1::uuid",
		[eventId],
	);
	if (outcome?.status === "held") await reportAgain(req, eventId);
	return outcome ?? { status: row.status, why: "" };
}

/** @returns the approval that waits for a second person; null when the payment may be released */
async function approveRelease(input: {
	req: PayloadRequest;
	row: EventRow;
	target: Target;
	invoiceId: string;
	reason: string;
}): Promise<TakenSeat | null> {
	const { req, row, target, invoiceId, reason } = input;
	const fact = paymentFactOf(row);
	if (!fact) return null;
	const { amount, currency } = fact;
	const version = formatVersion(target, row.eventId);
	const about = { req, subject: "held_release", invoiceId, paymentEventId: row.id, version } as const;
	const seats = await findSeats(about, seatsNeeded({ amount, currency, limit: await readApprovalLimit(req) }));
	if (seats === 1) return null;
	const what = amount !== null && currency ? `payment of ${formatMoney(amount, currency)}` : "payment";
	const seat = await takeSeat({
		...about,
		title: `Held ${what} for invoice ${target.number}`,
		casinoId: target.casinoId,
		amount,
		currency,
		seats,
		reason,
		proposal: { eventId: row.id, invoiceId },
	});
	return seat.status === "awaiting" ? seat : null;
}

/** An event that stays held stays in the queue, for whomever it is bound to now. */
async function reportAgain(req: PayloadRequest, eventId: string): Promise<void> {
	const row = await readEventRow(await sqlOf(req), eventId);
	if (!row?.holdReason) return;
	await reportHeld({ req, row, fact: paymentFactOf(row), holdReason: row.holdReason, why: row.explanation ?? "" });
}

/** Sets a held event aside for good: nothing happens by it. Needs a reason. */
export async function dismissHeldEvent(input: { req: PayloadRequest; eventId: string; reason: string }): Promise<void> {
	const { req, eventId, reason } = input;
	if (!req.user) throw new SignInRequired();
	const { isProved } = await requireProved(req);
	const sql = await sqlOf(req);
	const bound = await readEventRow(sql, eventId);
	if (bound?.invoiceId) await lockInvoiceRow(sql, bound.invoiceId);
	const row = requireHeld(await lockEvent(sql, eventId));
	await sql(
		"UPDATE payment_events SET resolved_by_id = $2::uuid, resolution = $3, is_resolver_unproved = $4 WHERE id = $1::uuid",
		[eventId, req.user.id, reason, !isProved],
	);
	const why = `Dismissed: ${reason}`;
	await writeOutcomes({
		req,
		rows: [{ ...row, resolvedBy: req.user.id }],
		outcomes: new Map([[row.eventId, { status: "ignored", why }]]),
	});
	await resolveRisk({ req, key: heldRiskKey(eventId), resolution: why });
}
