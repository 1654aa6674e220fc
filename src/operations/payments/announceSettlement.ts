import type { PayloadRequest } from "payload";
import { gate, unmetInWords } from "@/domain/gate";
import { formatMoney } from "@/domain/money";
import type { InvoiceState, Reversal, ReversalKind } from "@/domain/settlement/invoiceState";
import type { InvoicePlan } from "@/domain/settlement/planInvoiceChange";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { clearFailing, markStanding, type Standing } from "../casinos/markStanding";
import { readGateInput } from "../gate/readGateInput";
import { notifyVendor } from "../messages/notifyVendor";
import { queueMessage } from "../messages/queueMessage";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";
import { readSettings } from "../settings/readSettings";
import type { LockedInvoice } from "./lockInvoice";

const reversalWords: Record<ReversalKind, string> = {
	refunded: "was refunded",
	partially_refunded: "was refunded in part",
	disputed: "is disputed",
	voided: "was voided",
	paid_after_void: "was paid although it is void",
	paid_twice: "was paid twice",
};

const standingAfter = {
	refunded: "refunded",
	partially_refunded: "refunded",
	disputed: "disputed",
	voided: "voided",
	paid_after_void: null,
	paid_twice: null,
} as const satisfies Record<ReversalKind, Standing | null>;

const failedKey = (invoice: LockedInvoice) => `payment-failed:${invoice.id}`;

/** Tells whom it concerns what a settlement changed: the purchaser, the vendor's people, the casino's standing. */
export async function announceSettlement(input: {
	req: PayloadRequest;
	invoice: LockedInvoice;
	plan: InvoicePlan;
	folded: InvoiceState;
}): Promise<void> {
	const { req, invoice, plan, folded } = input;
	const waitsForMoney = folded.status === "draft" || folded.status === "open" || folded.status === "uncollectible";
	if (plan.change.paymentFailedAt && waitsForMoney) await announceFailure(req, invoice);
	if (!waitsForMoney && (plan.change.status || plan.change.paymentFailedAt === null)) {
		await closeFailure(req, invoice, folded.status === "void" ? "The invoice was voided." : "It has been paid since.");
	}
	if (plan.transitions.includes("became_paid")) await announcePayment(req, invoice);
	const isReversed = plan.newReversals.some(({ kind }) => kind === "voided");
	if (plan.transitions.includes("became_void") && !isReversed) await announceVoid(req, invoice);
	for (const reversal of plan.newReversals) await announceReversal(req, invoice, reversal);
}

/** 001 step 1: the purchaser hears at once that it arrived and what comes next. */
async function announcePayment(req: PayloadRequest, invoice: LockedInvoice): Promise<void> {
	if (!invoice.purchaserEmail) return;
	const gateInput = invoice.onboardingId
		? await readGateInput({ req, onboardingId: invoice.onboardingId, now: new Date() })
		: null;
	const { vendorName, supportEmail } = await readSettings(req);
	await queueMessage({
		req,
		key: `payment-received:${invoice.id}`,
		template: "payment_received",
		to: invoice.purchaserEmail,
		casinoId: invoice.casinoId,
		data: {
			casinoName: invoice.casinoName,
			invoiceNumber: invoice.number,
			amount: formatMoney(invoice.amountDue, invoice.currency),
			adminContactName: gateInput?.onboarding.adminContact?.name,
			waitingFor: gateInput ? unmetInWords(gate(gateInput)) : [],
			contact: supportEmail ? { name: vendorName, email: supportEmail } : null,
		},
	});
}

async function closeFailure(req: PayloadRequest, invoice: LockedInvoice, resolution: string): Promise<void> {
	// Resolving the risk has the plan reviewed, and its health asks for the standing.
	await clearFailing({ req, casinoId: invoice.casinoId });
	await resolveRisk({ req, key: failedKey(invoice), resolution });
}

async function announceFailure(req: PayloadRequest, invoice: LockedInvoice): Promise<void> {
	await markStanding({ req, casinoId: invoice.casinoId, to: "failing" });
	await raiseRisk({
		req,
		key: failedKey(invoice),
		kind: "payment_failed",
		severity: "medium",
		title: `${invoice.casinoName}: a payment of invoice ${invoice.number} failed`,
		detail: "The provider tries again by itself. Ask the customer whether they need another way to pay.",
		casinoId: invoice.casinoId,
		onboardingId: invoice.onboardingId,
		invoiceId: invoice.id,
	});
	await notifyVendor({
		req,
		roles: ["admin", "finance"],
		key: `payment-failed:${invoice.id}`,
		template: "payment_failed",
		casinoId: invoice.casinoId,
		data: {
			casinoName: invoice.casinoName,
			invoiceNumber: invoice.number,
			amount: formatMoney(invoice.amountDue, invoice.currency),
			purchaserEmail: invoice.purchaserEmail,
			invoiceUrl: `${env().SERVER_URL}/admin/collections/invoices/${invoice.id}`,
		},
	});
}

/** An invoice that was never paid may have opened the gate all the same, by its purchase order. */
async function announceVoid(req: PayloadRequest, invoice: LockedInvoice): Promise<void> {
	const sql = await sqlOf(req);
	const [run] = await sql<{ id: string }>(
		"SELECT id FROM provisioning_runs WHERE onboarding_id = $1::uuid AND status <> 'undone'",
		[invoice.onboardingId],
	);
	if (!run) return;
	await announceReversal(req, invoice, { kind: "voided", eventId: "unpaid", at: "", amount: null });
}

/** A reversal deletes nothing: the casino is marked, a person decides (issue: refund, dispute and void after provisioning). */
async function announceReversal(req: PayloadRequest, invoice: LockedInvoice, reversal: Reversal): Promise<void> {
	const { kind } = reversal;
	const to = standingAfter[kind];
	if (to) await markStanding({ req, casinoId: invoice.casinoId, to });
	const amount = reversal.amount === null ? "" : ` (${formatMoney(reversal.amount, invoice.currency)})`;
	await raiseRisk({
		req,
		key: `payment-reversed:${invoice.id}:${reversal.kind}:${reversal.eventId}`,
		kind: "payment_reversed",
		severity: "high",
		title: `${invoice.casinoName}: invoice ${invoice.number} ${reversalWords[kind]}${amount}`,
		detail:
			"Nothing was switched off. Decide with the customer: suspend the casino, ask for payment again, or leave it as it is.",
		casinoId: invoice.casinoId,
		onboardingId: invoice.onboardingId,
		invoiceId: invoice.id,
	});
}
