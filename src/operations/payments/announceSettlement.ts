import type { PayloadRequest } from "payload";
import { isMostlyReturned } from "@/domain/casinoStanding";
import { gate, unmetInWords } from "@/domain/gate";
import { isOwed } from "@/domain/invoiceStatus";
import { formatMoney } from "@/domain/money";
import { keptOf } from "@/domain/settlement/foldPayment";
import type { InvoiceState, Problem, ProblemKind } from "@/domain/settlement/invoiceState";
import { type InvoicePlan, ofEvent } from "@/domain/settlement/planInvoiceChange";
import { env } from "@/env";
import type { Risk } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { carriesRunSql, reviewStanding } from "../casinos/reviewStanding";
import { readGateInput } from "../gate/readGateInput";
import { notifyVendor } from "../messages/notifyVendor";
import { queueMessage } from "../messages/queueMessage";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";
import { readSettings } from "../settings/readSettings";
import type { LockedInvoice } from "./lockInvoice";
import { creditedSql } from "./writePayments";

type Told = { kind: Risk["kind"]; severity: Risk["severity"]; says: string; detail: string };

const nothingOff =
	"Nothing was switched off. Decide with the customer: suspend their tenant, ask for payment again, or leave it as it is.";

const told: Record<ProblemKind, Told> = {
	refunded: { kind: "payment_reversed", severity: "high", says: "was refunded", detail: nothingOff },
	partially_refunded: {
		kind: "payment_reversed",
		severity: "low",
		says: "was refunded in part",
		detail: "The invoice stays paid. Resolve this entry when the refund was meant.",
	},
	disputed: {
		kind: "payment_reversed",
		severity: "high",
		says: "is disputed",
		detail: `Answer the dispute at the provider in time. ${nothingOff}`,
	},
	lost: {
		kind: "payment_reversed",
		severity: "high",
		says: "lost a dispute",
		detail: `The money is gone and is owed again: the invoice can be paid. ${nothingOff}`,
	},
	voided: { kind: "payment_reversed", severity: "high", says: "was voided", detail: nothingOff },
	paid_after_void: {
		kind: "payment_reversed",
		severity: "high",
		says: "was paid although it is void",
		detail: "Give the money back where it was paid, or issue the invoice again.",
	},
	paid_twice: {
		kind: "paid_twice",
		severity: "high",
		says: "was paid twice",
		detail: "Give one of the payments back, at the provider or by hand; this entry then closes automatically.",
	},
	overpaid: {
		kind: "overpaid",
		severity: "medium",
		says: "was paid with more than is due",
		detail: "Give the rest back, at the provider or by hand, or agree with the customer what it is for.",
	},
};

const failedKey = (invoice: LockedInvoice) => `payment-failed:${invoice.id}`;
const problemKey = (invoice: LockedInvoice, { kind, reference }: Pick<Problem, "kind" | "reference">) =>
	`payment-reversed:${invoice.id}:${kind}:${reference.replace(ofEvent, "")}`;

/** An invoice that was never paid may have opened the gate all the same, by its purchase order. */
const unpaidVoid = { kind: "voided", reference: "unpaid", amount: 0 } as const satisfies Problem;

/** Tells whom it concerns what a settlement changed: the purchaser, the vendor's people, the casino's standing. */
export async function announceSettlement(input: {
	req: PayloadRequest;
	invoice: LockedInvoice;
	plan: InvoicePlan;
	folded: InvoiceState;
}): Promise<void> {
	const { req, invoice, plan, folded } = input;
	// First: closing an entry of the queue has the plan reviewed, and its health asks for the standing.
	await reviewStanding({ req, casinoId: invoice.casinoId });
	if (plan.change.paymentFailedAt && isOwed(folded.status)) await announceFailure(req, invoice);
	if (plan.change.paymentFailedAt === null || (!isOwed(folded.status) && plan.became)) {
		const resolution = folded.status === "void" ? "The invoice was voided." : "It has been paid since.";
		await resolveRisk({ req, key: failedKey(invoice), resolution });
	}
	if (plan.became === "paid") await announcePayment(req, invoice);
	await announceVoid(input);
	for (const problem of plan.newProblems) await announceProblem(req, invoice, problem, folded);
	for (const problem of plan.endedProblems) {
		await resolveRisk({ req, key: problemKey(invoice, problem), resolution: "The payments no longer show it." });
	}
}

/** The purchaser hears at once that it arrived and what comes next. */
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

async function announceFailure(req: PayloadRequest, invoice: LockedInvoice): Promise<void> {
	await raiseRisk({
		req,
		key: failedKey(invoice),
		kind: "payment_failed",
		severity: "medium",
		title: `${invoice.casinoName}: a payment of invoice ${invoice.number} failed`,
		detail: "The provider tries again automatically. Ask the customer whether they need another way to pay.",
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

async function announceVoid({ req, invoice, plan, folded }: Parameters<typeof announceSettlement>[0]): Promise<void> {
	if (plan.became === null) return;
	if (folded.status !== "void") {
		await resolveRisk({ req, key: problemKey(invoice, unpaidVoid), resolution: "The invoice is void no more." });
		return;
	}
	if (folded.problems.some(({ kind }) => kind === "voided")) return;
	const sql = await sqlOf(req);
	const [carrying] = await sql(`SELECT 1 FROM invoices i WHERE i.id = $1::uuid AND ${carriesRunSql}`, [invoice.id]);
	if (carrying) await announceProblem(req, invoice, unpaidVoid, folded);
}

async function readCredited(req: PayloadRequest, { id }: LockedInvoice): Promise<number> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ credited: number }>(
		`SELECT ${creditedSql}::float8 AS credited FROM invoices i WHERE i.id = $1::uuid`,
		[id],
	);
	return row?.credited ?? 0;
}

/** Nothing is deleted or switched off by it: a person decides. */
async function announceProblem(
	req: PayloadRequest,
	invoice: LockedInvoice,
	problem: Problem,
	{ payments }: InvoiceState,
): Promise<void> {
	const { kind, severity, says, detail } = told[problem.kind];
	const kept = payments.reduce((sum, payment) => sum + keptOf(payment), 0);
	const isGrave =
		problem.kind === "partially_refunded" &&
		isMostlyReturned({
			kept,
			refunded: problem.amount,
			amountDue: invoice.amountDue - (await readCredited(req, invoice)),
		});
	const amount = problem.amount === 0 ? "" : ` (${formatMoney(problem.amount, invoice.currency)})`;
	await raiseRisk({
		req,
		key: problemKey(invoice, problem),
		kind,
		severity: isGrave ? "high" : severity,
		title: `${invoice.casinoName}: invoice ${invoice.number} ${says}${amount}`,
		detail,
		casinoId: invoice.casinoId,
		onboardingId: invoice.onboardingId,
		invoiceId: invoice.id,
	});
}
