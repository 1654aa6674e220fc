/** The body of Stripe's `invoice.paid` for one of our invoices, with the fields its invoices usually carry. */
export function paidEvent(invoice: {
	id: string;
	amountDue: number;
	currency: string;
	purchaserEmail?: string;
}): string {
	const created = Math.floor(Date.now() / 1000);
	return JSON.stringify({
		id: `evt_${invoice.id}`,
		object: "event",
		api_version: "2025-08-27.basil",
		created,
		livemode: false,
		pending_webhooks: 1,
		request: { id: null, idempotency_key: null },
		type: "invoice.paid",
		data: {
			object: {
				id: `in_${invoice.id}`,
				object: "invoice",
				account_country: "US",
				amount_due: invoice.amountDue,
				amount_paid: invoice.amountDue,
				amount_remaining: 0,
				attempt_count: 1,
				attempted: true,
				auto_advance: false,
				billing_reason: "manual",
				collection_method: "send_invoice",
				created,
				currency: invoice.currency,
				customer: `cus_${invoice.id}`,
				customer_email: invoice.purchaserEmail ?? null,
				customer_name: "A customer",
				hosted_invoice_url: `https://invoice.stripe.com/i/acct_1/${invoice.id}`,
				lines: {
					object: "list",
					data: [
						{
							id: `il_${invoice.id}`,
							object: "line_item",
							amount: invoice.amountDue,
							currency: invoice.currency,
							description: "Floor tool, one site, twelve months",
							quantity: 1,
						},
					],
					has_more: false,
				},
				metadata: { keyturn_invoice: invoice.id },
				number: `STR-${invoice.id.slice(0, 8)}`,
				status: "paid",
				status_transitions: { finalized_at: created - 60, paid_at: created, voided_at: null },
				subtotal: invoice.amountDue,
				total: invoice.amountDue,
			},
		},
	});
}

/** What `paidEvent` needs, of a customer whose invoice is the factories' own: paid in full by its purchaser. */
export const paidBy = ({ invoice, purchaserEmail }: { invoice: string; purchaserEmail: string }) => ({
	...{ id: invoice, purchaserEmail },
	...{ amountDue: 120_000, currency: "usd" },
});
