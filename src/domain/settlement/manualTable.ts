import type { InvoiceTable } from "./invoiceEffect";

/** What finance recorded by hand. */
export const manualTable = {
	"manual.paid": {
		draft: "pay",
		open: "pay",
		paid: "confirm",
		void: "paid_after_void",
		uncollectible: "pay",
		refunded: "confirm",
	},
	"manual.voided": {
		draft: "void",
		open: "void",
		paid: "void_after_payment",
		void: "none",
		uncollectible: "void",
		refunded: "none",
	},
	"manual.refunded": {
		draft: "refund",
		open: "refund",
		paid: "refund",
		void: "refund",
		uncollectible: "refund",
		refunded: "none",
	},
} as const satisfies InvoiceTable<string>;
