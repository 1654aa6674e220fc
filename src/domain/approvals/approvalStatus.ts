import { defineTransitions } from "../transition";

/** What persons approve in seats. `opening_change`: less is required before provisioning than was asked of the customer. */
export const approvalSubjects = [
	"purchase_order",
	"manual_payment",
	"manual_refund",
	"held_release",
	"opening_change",
	"amendment",
] as const;
export type ApprovalSubject = (typeof approvalSubjects)[number];

export const approvalStatuses = ["awaiting", "approved", "rejected", "withdrawn", "expired"] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

/**
 * `awaiting`: a seat is empty. An approval ends when what it is bound to changes (`withdrawn`) or its time is over
 * (`expired`); what is approved again afterwards is another row.
 */
export const approvalTransitions = defineTransitions<ApprovalStatus>({
	awaiting: ["approved", "rejected", "withdrawn", "expired"],
	approved: ["withdrawn", "expired", "rejected"],
	rejected: [],
	withdrawn: [],
	expired: [],
});
