import type { InvoiceTable } from "./invoiceEffect";

/** Events about a checkout session. A session completes before the money is there when the payment method is a slow one. */
export const checkoutTable = {
	"checkout.session.completed (paid)": {
		draft: "pay",
		open: "pay",
		paid: "confirm",
		void: "paid_after_void",
		uncollectible: "pay",
		refunded: "confirm",
	},
	"checkout.session.completed (unpaid)": {
		draft: "none",
		open: "none",
		paid: "none",
		void: "none",
		uncollectible: "none",
		refunded: "none",
	},
	"checkout.session.async_payment_succeeded": {
		draft: "pay",
		open: "pay",
		paid: "confirm",
		void: "paid_after_void",
		uncollectible: "pay",
		refunded: "confirm",
	},
	"checkout.session.async_payment_failed": {
		draft: "payment_failed",
		open: "payment_failed",
		paid: "none",
		void: "none",
		uncollectible: "none",
		refunded: "none",
	},
} as const satisfies InvoiceTable<string>;
