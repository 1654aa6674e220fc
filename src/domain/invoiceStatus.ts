import { defineTransitions } from "./transition";

export const invoiceStatuses = ["draft", "open", "paid", "void", "uncollectible", "refunded"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** Money is still owed on it: it can be paid, voided, and fail to be paid. Also what was given up. */
export const owedStatuses = ["draft", "open", "uncollectible"] as const satisfies InvoiceStatus[];
export const isOwed = (status: InvoiceStatus): boolean => owedStatuses.some((owed) => owed === status);

/**
 * Every status may become every other, and none is left for draft: it is derived from the invoice's payments, and each of
 * them can go back. A dispute is lost and the money is owed again, a refund fails, a void invoice is issued again.
 * Only settlement writes this status.
 */
export const invoiceTransitions = defineTransitions<InvoiceStatus>({
	draft: ["open", "paid", "void", "uncollectible", "refunded"],
	open: ["paid", "void", "uncollectible", "refunded"],
	paid: ["open", "void", "uncollectible", "refunded"],
	void: ["open", "paid", "uncollectible", "refunded"],
	uncollectible: ["open", "paid", "void", "refunded"],
	refunded: ["open", "paid", "void", "uncollectible"],
});
