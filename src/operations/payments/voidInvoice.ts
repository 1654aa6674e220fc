import type { PayloadRequest } from "payload";
import type { OpeningTerms } from "@/domain/approvals/openingChange";
import { isOwed } from "@/domain/invoiceStatus";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { approveVoid } from "../approvals/changeOpening";
import { recordManualEvent } from "./manualEvent";

/**
 * Withdraws an invoice that is not paid. What it opened stays open; people hear of it. One that provisioning waits for takes two
 * persons above the limit: the first is answered `awaiting`.
 */
export async function voidInvoice({
	req,
	invoiceId,
	reason,
}: {
	req: PayloadRequest;
	invoiceId: string;
	reason: string;
}) {
	const sql = await sqlOf(req);
	const [invoice] = await sql<
		OpeningTerms & { number: string; casinoId: string; isAtStripe: boolean; tookTwo: boolean }
	>(
		`SELECT status, currency, number, stripe_invoice_id IS NOT NULL AS "isAtStripe", amendment_approved_by_id IS NOT NULL AS "tookTwo", casino_id AS "casinoId",
			onboarding_id AS "onboardingId", amount_due::float8 AS "amountDue", coalesce(opens_gate, false) AS "opensGate" FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[invoiceId],
	);
	if (!invoice) throw new NotFound("invoice");
	if (!isOwed(invoice.status)) {
		throw new Conflict(
			`Invoice ${invoice.number} is ${invoice.status} and cannot be voided. Refund what was paid instead.`,
		);
	}
	if (invoice.isAtStripe) {
		throw new Conflict(
			`Invoice ${invoice.number} is at Stripe. Void it there; Keyturn follows when Stripe says so.`,
			"void_at_provider",
		);
	}
	const { number, casinoId, tookTwo } = invoice;
	const awaited = await approveVoid({
		req,
		invoice: { id: invoiceId, number, casinoId },
		before: invoice,
		reason,
		tookTwo,
	});
	if (awaited) return { status: "awaiting", why: awaited.message, approval: awaited.approval };
	return recordManualEvent({
		req,
		invoiceId,
		type: "manual.voided",
		amount: 0,
		currency: invoice.currency,
		at: new Date().toISOString(),
		method: "void",
		reference: null,
		reason,
	});
}
