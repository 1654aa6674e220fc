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
