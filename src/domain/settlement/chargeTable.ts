import type { InvoiceTable } from "./invoiceEffect";

/** Events about the charge behind a payment. */
export const chargeTable = {
	"charge.refunded (in full)": {
		draft: "refund",
		open: "refund",
		paid: "refund",
		void: "refund",
		uncollectible: "refund",
		refunded: "none",
	},
	"charge.refunded (in part)": {
		draft: "partial_refund",
		open: "partial_refund",
		paid: "partial_refund",
		void: "partial_refund",
		uncollectible: "partial_refund",
		refunded: "none",
	},
	"charge.dispute.created": {
		draft: "dispute",
		open: "dispute",
		paid: "dispute",
		void: "dispute",
		uncollectible: "dispute",
		refunded: "dispute",
	},
} as const satisfies InvoiceTable<string>;
