import type { Stripe } from "./stripeSdk";

/**
 * The Stripe invoice that carries our invoice's id in its metadata; of several, the newest that is not void.
 * Lists rather than searches: Stripe's search index lags behind by up to a minute, in which a second invoice could be
 * made. Without a customer every invoice of the account is looked through, 100 a page.
 */
export async function findOwnInvoice(
	stripe: Stripe,
	{ keyturnInvoice, customerId }: { keyturnInvoice: string; customerId: string | null },
): Promise<Stripe.Invoice | null> {
	let voided: Stripe.Invoice | null = null;
	for await (const invoice of stripe.invoices.list({ ...(customerId ? { customer: customerId } : {}), limit: 100 })) {
		if (invoice.metadata?.keyturn_invoice !== keyturnInvoice) continue;
		if (invoice.status !== "void") return invoice;
		voided ??= invoice;
	}
	return voided;
}
