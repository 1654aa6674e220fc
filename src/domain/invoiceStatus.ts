import { defineTransitions } from "./transition";

export const invoiceStatuses = ["draft", "open", "paid", "void", "uncollectible", "refunded"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/**
 * Every jump a late fact can cause is allowed: facts may arrive in any order, so a draft may be found paid and a
 * void invoice refunded. `void` is left only by a refund of money that came all the same; `refunded` is the end.
 * Only settlement writes this status.
 */
export const invoiceTransitions = defineTransitions<InvoiceStatus>({
	draft: ["open", "paid", "void", "uncollectible", "refunded"],
	open: ["paid", "void", "uncollectible", "refunded"],
	paid: ["void", "refunded"],
	void: ["refunded"],
	uncollectible: ["paid", "void", "refunded"],
	refunded: [],
});
