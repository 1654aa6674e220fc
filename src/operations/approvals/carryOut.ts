import type { PayloadRequest } from "payload";
import type { ApprovalSubject } from "@/domain/approvals/approvalStatus";
import type { Seats } from "@/domain/approvals/approvers";
import { isBoundTo } from "@/domain/approvals/boundTerms";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { amendInvoice } from "../invoices/amendInvoice";
import { decidePurchaseOrder } from "../payments/decidePurchaseOrder";
import { lockInvoiceTerms } from "../payments/lockInvoice";
import { type RecordedPayment, recordPayment } from "../payments/recordPayment";
import { type RecordedRefund, recordRefund } from "../payments/recordRefund";
import { settleHeldEvent } from "../payments/resolveHeldEvent";
import { voidInvoice } from "../payments/voidInvoice";
import { reviewPlan } from "../plan/reviewPlan";
import type { OpenApproval } from "./closeApproval";
import { takeSeat } from "./takeSeat";

export type DecidedApproval = OpenApproval & {
	status: "awaiting";
	seats: Seats;
	proposal: Record<string, unknown> | null;
	paymentEventId: string | null;
};

type Act = (input: {
	req: PayloadRequest;
	approval: DecidedApproval;
	reason: string;
}) => Promise<{ status: string; message: string }>;

/**
 * For each subject, what the next person's approval does: the act that the first person began, once more. It takes the seat
 * itself, and checks again whatever it checks.
 */
export const carryOut: Readonly<Record<ApprovalSubject, Act>> = {
	purchase_order: ({ req, approval, reason }) => {
		const { amount, currency } = approval;
		const seen = amount !== null && currency !== null ? { amount, currency } : undefined;
		return decidePurchaseOrder({ req, invoiceId: invoiceOf(approval), decision: "approve", reason, seen });
	},
	manual_payment: async ({ req, approval, reason }) => {
		const payment = approval.proposal as RecordedPayment;
		return inWords(await recordPayment({ req, ...payment, invoiceId: invoiceOf(approval), reason }));
	},
	manual_refund: async ({ req, approval, reason }) => {
		const refund = approval.proposal as RecordedRefund;
		return inWords(await recordRefund({ req, ...refund, invoiceId: invoiceOf(approval), reason }));
	},
	held_release: async ({ req, approval, reason }) => {
		const event = { eventId: approval.paymentEventId ?? "", invoiceId: invoiceOf(approval) };
		return inWords(await settleHeldEvent({ req, ...event, reason }));
	},
	opening_change: async ({ req, approval, reason }) => {
		const invoiceId = invoiceOf(approval);
		if (approval.proposal?.act === "void") {
			const { status, why } = await voidInvoice({ req, invoiceId, reason });
			return { status, message: status === "settled" ? "The invoice is void." : why };
		}
		const { onboardingId } = await lockSameTerms(req, approval, invoiceId);
		const seat = await takeSeat({ req, ...approval, reason });
		if (seat.status === "approved" && onboardingId) await reviewPlan({ req, onboardingId });
		return { status: seat.status, message: seat.message };
	},
	amendment: ({ req, approval, reason }) => {
		const proposed = approval.proposal as Pick<Parameters<typeof amendInvoice>[0], "amountDue" | "dueAt">;
		return amendInvoice({ req, ...proposed, invoiceId: invoiceOf(approval), reason });
	},
};

function invoiceOf({ invoiceId }: DecidedApproval): string {
	if (invoiceId === null) throw new Conflict("The invoice is gone.", "approval_over");
	return invoiceId;
}

const inWords = ({ status, why }: { status: string; why: string }) => ({ status, message: why });

/** Locks the invoice, and refuses a change of it that is not the one that was proposed. */
async function lockSameTerms(req: PayloadRequest, { version }: DecidedApproval, invoiceId: string) {
	const terms = await lockInvoiceTerms(await sqlOf(req), invoiceId);
	if (isBoundTo(version, terms)) return terms;
	throw new Conflict("The invoice was changed since. Look at it again.", "approval_outdated");
}
