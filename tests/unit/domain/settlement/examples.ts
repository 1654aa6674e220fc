import type { InvoiceBaseline } from "@/domain/settlement/foldInvoice";
import type { PaymentFact } from "@/domain/settlement/paymentFact";

/** An open invoice over 2 000.00 USD of a company linked to cus_acme. */
export const anInvoice: InvoiceBaseline = {
	status: "open",
	amountDue: 200_000,
	currency: "usd",
	purchaserEmail: "finance@acme.test",
	companyStripeId: "cus_acme",
};

/** The `second`th second of the story, as ISO 8601. */
export function at(second: number): string {
	return new Date(Date.UTC(2026, 0, 5, 9, 0, second)).toISOString();
}

/** A fact that fits `anInvoice`; `type` and `second` make its id, so two different ones never collide. */
export function aFact(type: string, second: number, change: Partial<PaymentFact> = {}): PaymentFact {
	return {
		eventId: `evt_${type}_${second}`,
		provider: "stripe",
		type,
		occurredAt: at(second),
		amount: 200_000,
		currency: "usd",
		payerEmail: "finance@acme.test",
		customerId: "cus_acme",
		paymentIntentId: null,
		invoiceRef: null,
		...change,
	};
}
