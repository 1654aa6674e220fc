import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import type { ApprovalStatus } from "@/domain/approvals/approvalStatus";
import { mayApprove } from "@/domain/approvals/approvers";
import { Conflict, Forbidden, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { lockInvoiceRow } from "../payments/lockInvoice";
import { carryOut, type DecidedApproval } from "./carryOut";
import { closeApproval, openApprovalColumns } from "./closeApproval";

type Found = Omit<DecidedApproval, "status"> & { status: ApprovalStatus };

/**
 * Approves what waits, as the next person, and carries it out when no seat is empty any more. Approving again what oneself has
 * approved answers what is. In the caller's transaction.
 *
 * @throws NotFound; Forbidden; Conflict where it ended, or where another person has to approve
 */
export async function approve(input: {
	req: PayloadRequest;
	approvalId: string;
	reason: string;
}): Promise<{ status: string; message: string }> {
	const { req, reason } = input;
	const found = await findUnderLock(req, input.approvalId);
	const person = req.user?.id ?? "";
	if (found.status === "approved" && [found.firstApproverId, found.secondApproverId].includes(person)) {
		return { status: "approved", message: "You have approved this." };
	}
	const approval = requireAwaiting(found);
	if (approval.firstApproverId === person) {
		throw new Conflict("You approved this already. It takes another person.", "second_person_needed");
	}
	return carryOut[approval.subject]({ req, approval, reason });
}

/** Refuses what waits for a second person: nothing of it happens. */
export async function reject(input: {
	req: PayloadRequest;
	approvalId: string;
	reason: string;
}): Promise<{ status: string; message: string }> {
	const { req, reason } = input;
	await findUnderLock(req, input.approvalId);
	const found = await find(req, input.approvalId, "FOR NO KEY UPDATE");
	if (found.status === "rejected") return { status: "rejected", message: "It is rejected." };
	const approval = requireAwaiting(found);
	if (approval.subject === "purchase_order") {
		throw new Conflict("Reject the purchase order on its invoice.", "decided_elsewhere");
	}
	await closeApproval({ req, approval, to: "rejected", because: reason });
	return { status: "rejected", message: "It is rejected: nothing of it happens." };
}

/** Locks the invoice, then reads the approval again: of two who decide at once, the second finds what the first decided. */
async function findUnderLock(req: PayloadRequest, id: string): Promise<Found> {
	const found = await find(req, id);
	// Whoever settles a payment locks what it refers to before the invoice, and asks again whether it is held.
	if (found.subject === "held_release" || found.invoiceId === null) return found;
	await lockInvoiceRow(await sqlOf(req), found.invoiceId);
	return find(req, id);
}

async function find(req: PayloadRequest, id: string, lock: "" | "FOR NO KEY UPDATE" = ""): Promise<Found> {
	const sql = await sqlOf(req);
	const [row] = await sql<Found>(
		`SELECT ${openApprovalColumns}, seats::int, proposal, payment_event_id AS "paymentEventId" FROM approvals
		 WHERE id = $1::uuid ${lock}`,
		[id],
	);
	if (!row) throw new NotFound("approval");
	const actor = actorOf(req);
	if (actor.kind !== "person" || !mayApprove(actor.vendorRole, row.subject)) throw new Forbidden();
	return row;
}

function requireAwaiting(found: Found): DecidedApproval {
	if (found.status === "awaiting") return { ...found, status: "awaiting" };
	throw new Conflict(`This is ${found.status} already.`, "approval_over");
}
