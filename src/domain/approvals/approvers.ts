import type { ApprovalSubject } from "./approvalStatus";

/**
 * Which of the vendor's roles approve what, and so begin it: routes, screens and approvals ask here. A release also says who
 * decides on held payments, an opening change who voids an invoice.
 */
export const approvers = {
	purchase_order: ["admin", "finance"],
	manual_payment: ["admin", "finance"],
	manual_refund: ["admin", "finance"],
	held_release: ["admin", "ops", "finance"],
	opening_change: ["admin", "finance"],
	amendment: ["admin", "finance"],
} as const satisfies Record<ApprovalSubject, readonly string[]>;

/** Who approves anything at all. */
export const anyApprovers = [...new Set(Object.values(approvers).flat())];

export function mayApprove(role: string | null, subject: ApprovalSubject): boolean {
	const roles: readonly string[] = approvers[subject];
	return role !== null && roles.includes(role);
}

export type ApprovalLimit = { amount: number; currency: string };
export type Seats = 1 | 2;

/**
 * How many persons it takes to record, approve or release an amount by hand. What a provider confirms takes none and is not asked here.
 *
 * Two above the limit, and wherever the amount cannot be compared with it: another currency, no known amount, or zero, which
 * says nothing about what is released.
 *
 * @param input.amount integer minor units; null where nobody knows it
 */
export function seatsNeeded(input: { amount: number | null; currency: string | null; limit: ApprovalLimit }): Seats {
	const { amount, currency, limit } = input;
	const isComparable = currency?.toLowerCase() === limit.currency.toLowerCase();
	return isComparable && amount !== null && amount > 0 && amount <= limit.amount ? 1 : 2;
}
