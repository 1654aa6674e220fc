import type { PayloadRequest } from "payload";
import { type BoundTerms, formatVersion, isBoundTo } from "@/domain/approvals/boundTerms";
import { type InvoiceStatus, isOwed } from "@/domain/invoiceStatus";
import { formatMoney } from "@/domain/money";
import { closeApproval, findOpenApprovals, type OpenApproval, resolveWithdrawn } from "./closeApproval";

/** An invoice as its approvals see it. */
export type ApprovedInvoice = BoundTerms & { status: InvoiceStatus; orderNumber: string | null };

/**
 * Ends the approvals that an invoice's change leaves without what they are bound to. In the transaction of the change, with the
 * invoice locked.
 *
 * @returns why its purchase order is not approved any more; null when nothing became of it
 */
export async function withdrawChanged(input: {
	req: PayloadRequest;
	invoiceId: string;
	before: ApprovedInvoice;
	after: ApprovedInvoice;
}): Promise<string | null> {
	const { req, invoiceId, before, after } = input;
	const change = describeChange(before, after);
	const isOver = isOwed(before.status) && !isOwed(after.status);
	if (change === null && !isOver) return null;
	const over = `The invoice is ${after.status}.`;
	let orderEnded: string | null = null;
	for (const approval of await findOpenApprovals(req, invoiceId)) {
		if (change !== null && !fits(approval, after)) {
			await closeApproval({ req, approval, to: "withdrawn", because: change });
			if (approval.subject === "purchase_order") orderEnded = change;
		} else if (isOver && isFutile(approval, after)) {
			await closeApproval({ req, approval, to: "withdrawn", because: over, isOver: true });
			if (approval.subject === "purchase_order") orderEnded = over;
		}
	}
	if (isOver) {
		for (const subject of endedByMoney) await resolveWithdrawn({ req, subject, recordId: invoiceId, resolution: over });
	}
	return orderEnded;
}

/** An approved payment or release was carried out: it is a record, and stays. */
function fits({ subject, status, version }: OpenApproval, after: ApprovedInvoice): boolean {
	switch (subject) {
		case "purchase_order":
			return version === formatVersion(after, after.orderNumber ?? "");
		case "manual_payment":
		case "manual_refund":
		case "held_release":
			return status === "approved" || isBoundTo(version, after);
		// Lowered amounts are measured against what was agreed, and amendments against their base: where they are written.
		case "opening_change":
		case "amendment":
			return true;
	}
}

/** What is asked only while an invoice waits for its money. */
const endedByMoney = ["purchase_order", "manual_payment"] as const;

function isFutile({ subject, status }: OpenApproval, after: ApprovedInvoice): boolean {
	if (status === "approved") return false;
	if (subject === "opening_change") return after.status === "void";
	return endedByMoney.some((one) => one === subject);
}

function describeChange(before: ApprovedInvoice, after: ApprovedInvoice): string | null {
	const [was, is] = [before, after].map(({ amountDue, currency }) => formatMoney(amountDue, currency));
	const changes = [
		was === is && before.currency === after.currency ? null : `The amount changed from ${was} to ${is}.`,
		before.onboardingId === after.onboardingId ? null : "The invoice moved to another onboarding.",
		before.orderNumber === after.orderNumber
			? null
			: `The number of the purchase order changed from ${before.orderNumber ?? "none"} to ${after.orderNumber ?? "none"}.`,
	].filter((change) => change !== null);
	return changes.length > 0 ? changes.join(" ") : null;
}
