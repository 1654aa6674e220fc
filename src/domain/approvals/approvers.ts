import type { ApprovalSubject } from "./approvalStatus";

/** Which of the vendor's roles approve what. */
export const approvers = {
	purchase_order: ["admin", "finance"],
	manual_payment: ["admin", "finance"],
	manual_refund: ["admin", "finance"],
	held_release: ["admin", "ops", "finance"],
	opening_change: ["admin", "finance"],
	amendment: ["admin", "finance"],
} as const satisfies Record<ApprovalSubject, readonly string[]>;
