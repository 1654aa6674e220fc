import type { PayloadRequest } from "payload";
import { invoiceSenders, type VendorRole } from "@/access/roles";
import { type ApprovalLimit, approvers, mayApprove } from "@/domain/approvals/approvers";
import { type InvoiceStatus, owedStatuses } from "@/domain/invoiceStatus";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { readApprovalLimit } from "../approvals/readApprovalLimit";
import { portsOf } from "../portsOf";
import { requireVendor } from "./requireVendor";

export type InvoiceAct = "send" | "checkout" | "record-payment" | "amend" | "void";

export type InvoiceActions = {
	invoiceId: string;
	number: string;
	status: InvoiceStatus;
	/** Integer minor units. */
	amountDue: number;
	currency: string;
	sentAt: string | null;
	/** The page on which the customer pays. */
	hostedUrl: string | null;
	isAtStripe: boolean;
	isStripeOn: boolean;
	/** Opens the gate of an onboarding: paying it may start provisioning. */
	opensGate: boolean;
	/** What this person may do with the invoice as it stands. */
	acts: InvoiceAct[];
	/** Of a payment that was recorded by hand, whatever became of the invoice. */
	mayRecordRefund: boolean;
	/** Above it this person does not act on money alone. */
	limit: ApprovalLimit;
};

const byRole: Record<InvoiceAct, readonly VendorRole[]> = {
	send: invoiceSenders,
	checkout: invoiceSenders,
	"record-payment": approvers.manual_payment,
	amend: approvers.amendment,
	void: approvers.opening_change,
};
const byStatus: Record<InvoiceAct, readonly InvoiceStatus[]> = {
	send: ["draft", "open"],
	checkout: ["draft", "open"],
	"record-payment": owedStatuses,
	amend: ["paid", "refunded"],
	void: owedStatuses,
};

/**
 * What a person may do with an invoice now. The routes decide again.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readInvoiceActions(input: { req: PayloadRequest; invoiceId: string }): Promise<InvoiceActions> {
	const { req, invoiceId } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [row] = await sql<{
		invoice: Omit<InvoiceActions, "acts" | "isStripeOn" | "mayRecordRefund" | "limit"> & { isAmendment: boolean };
	}>(
		`SELECT json_build_object('invoiceId', id, 'number', number, 'status', status, 'amountDue', amount_due, 'currency', currency,
			'sentAt', sent_at, 'hostedUrl', hosted_url, 'isAtStripe', stripe_invoice_id IS NOT NULL,
			'opensGate', coalesce(opens_gate AND onboarding_id IS NOT NULL, false), 'isAmendment', amends_id IS NOT NULL) AS invoice
		 FROM invoices WHERE id = $1::uuid`,
		[invoiceId],
	);
	if (!row) throw new NotFound("invoice");
	const { isAmendment, ...invoice } = row.invoice;
	const isStripeOn = portsOf(req).payments !== null;
	const acts = (Object.keys(byRole) as InvoiceAct[]).filter(
		(act) =>
			byRole[act].includes(role) &&
			byStatus[act].includes(invoice.status) &&
			(act !== "checkout" || isStripeOn) &&
			!(act === "send" && !isStripeOn && invoice.sentAt) &&
			!(act === "amend" && isAmendment),
	);
	const limit = await readApprovalLimit(req);
	return { ...invoice, isStripeOn, acts, mayRecordRefund: mayApprove(role, "manual_refund"), limit };
}
