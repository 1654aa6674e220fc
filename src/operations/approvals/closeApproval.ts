import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { ApprovalStatus, ApprovalSubject } from "@/domain/approvals/approvalStatus";
import { formatMoney } from "@/domain/money";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

/** An approval that holds or waits. */
export type OpenApproval = {
	id: string;
	subject: ApprovalSubject;
	status: "awaiting" | "approved";
	title: string;
	version: string;
	casinoId: string;
	invoiceId: string | null;
	amount: number | null;
	currency: string | null;
	firstApproverId: string | null;
	secondApproverId: string | null;
};

export const openApprovalColumns = `id, subject, status, title, version, casino_id AS "casinoId", invoice_id AS "invoiceId",
	amount::float8, currency, first_approver_id AS "firstApproverId", second_approver_id AS "secondApproverId"`;

const withdrawnRiskKey = (subject: ApprovalSubject, recordId: string | null) =>
	`approval-withdrawn:${subject}:${recordId ?? ""}`;

/** The approvals about an invoice that hold or wait. The caller holds the invoice's lock. */
export async function findOpenApprovals(req: PayloadRequest, invoiceId: string): Promise<OpenApproval[]> {
	const sql = await sqlOf(req);
	return sql<OpenApproval>(
		`SELECT ${openApprovalColumns} FROM approvals
		 WHERE invoice_id = $1::uuid AND status IN ('awaiting', 'approved') ORDER BY created_at, id FOR NO KEY UPDATE`,
		[invoiceId],
	);
}

/**
 * Ends an approval. Whoever had approved what is withdrawn is told by an entry in the queue, with the cause; the row keeps
 * who it was.
 *
 * @param input.isOver nothing is left to approve: nobody has to look at it
 */
export async function closeApproval(input: {
	req: PayloadRequest;
	approval: OpenApproval;
	to: Exclude<ApprovalStatus, OpenApproval["status"]>;
	because: string;
	isOver?: true;
}): Promise<void> {
	const { req, approval, to, because, isOver } = input;
	await req.payload.update({
		collection: slug.approvals,
		id: approval.id,
		data: {
			status: to,
			withdrawnBecause: because,
			closedAt: new Date().toISOString(),
			...(to === "rejected" ? { rejectedBy: req.user?.id ?? null } : {}),
		},
		depth: 0,
		...asSystem(req, because),
	});
	if (to === "withdrawn" && !isOver && approval.firstApproverId !== null) await tellApprovers(req, approval, because);
}

/** Closes the entry about a withdrawn approval, if there is one. */
export async function resolveWithdrawn(input: {
	req: PayloadRequest;
	subject: ApprovalSubject;
	recordId: string | null;
	resolution: string;
}): Promise<void> {
	const { req, subject, recordId, resolution } = input;
	await resolveRisk({ req, key: withdrawnRiskKey(subject, recordId), resolution });
}

/** A held payment was decided, or is not held any more: its release has nobody to wait for. */
export async function closeReleases(input: {
	req: PayloadRequest;
	paymentEventIds: readonly string[];
	because: string;
}): Promise<void> {
	const { req, paymentEventIds, because } = input;
	const sql = await sqlOf(req);
	const waiting = await sql<OpenApproval>(
		`SELECT ${openApprovalColumns} FROM approvals
		 WHERE payment_event_id = ANY($1::uuid[]) AND subject = 'held_release' AND status = 'awaiting' ORDER BY id FOR NO KEY UPDATE`,
		[paymentEventIds],
	);
	for (const approval of waiting) await closeApproval({ req, approval, to: "withdrawn", because, isOver: true });
}

async function tellApprovers(req: PayloadRequest, approval: OpenApproval, because: string): Promise<void> {
	const { amount, currency } = approval;
	const sql = await sqlOf(req);
	const people = await sql<{ name: string }>(
		"SELECT coalesce(name, email) AS name FROM users WHERE id IN ($1::uuid, $2::uuid) ORDER BY id = $2::uuid",
		[approval.firstApproverId, approval.secondApproverId],
	);
	const names = people.map(({ name }) => name).join(" and ");
	const what = amount === null || !currency ? "" : ` (${formatMoney(amount, currency)})`;
	await raiseRisk({
		req,
		key: withdrawnRiskKey(approval.subject, approval.invoiceId),
		kind: "approval_withdrawn",
		severity: "medium",
		title: `Approval withdrawn: ${approval.title}${what}`,
		detail: `${because} ${names ? `Approved by ${names}. ` : ""}Look at what is asked now, and approve it again or reject it.`,
		casinoId: approval.casinoId,
		invoiceId: approval.invoiceId,
	});
}
