import type { InvoiceTable } from "./invoiceEffect";

/** Events about the provider's invoice. */
export const invoiceTable = {
	"invoice.finalized": {
		draft: "open",
		open: "refresh",
		paid: "refresh",
		void: "refresh",
		uncollectible: "refresh",
		refunded: "refresh",
	},
	"invoice.updated": {
		draft: "refresh",
		open: "refresh",
		paid: "refresh",
		void: "refresh",
		uncollectible: "refresh",
		refunded: "refresh",
	},
	"invoice.payment_failed": {
		draft: "payment_failed",
		open: "payment_failed",
		paid: "none",
		void: "none",
		uncollectible: "none",
		refunded: "none",
	},
	"invoice_payment.paid": {
		draft: "pay",
		open: "pay",
		paid: "confirm",
		void: "paid_after_void",
		uncollectible: "pay",
		refunded: "confirm",
	},
	"invoice.paid": {
		draft: "pay",
		open: "pay",
		paid: "confirm",
		void: "paid_after_void",
		uncollectible: "pay",
		refunded: "confirm",
	},
	"invoice.marked_uncollectible": {
		draft: "uncollectible",
		open: "uncollectible",
		paid: "none",
		void: "none",
		uncollectible: "none",
		refunded: "none",
	},
	"invoice.voided": {
		draft: "void",
		open: "void",
		paid: "void_after_payment",
		void: "none",
		uncollectible: "void",
		refunded: "none",
	},
} as const satisfies InvoiceTable<string>;
