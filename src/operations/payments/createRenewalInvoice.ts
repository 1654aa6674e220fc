import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { PaymentFact } from "@/domain/settlement/paymentFact";
import type { RenewalBinding } from "@/inbox/bindInvoice";
import type { Invoice, Subscription } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * Writes the invoice of a subscription's next period, as the provider made it. It belongs to no onboarding: it opens no gate,
 * and is never taken for the purchase. The caller holds the lock of the provider's invoice, so that it is written once.
 *
 * @returns its id; null when nothing is asked for (a free period)
 */
export async function createRenewalInvoice(input: {
	req: PayloadRequest;
	fact: PaymentFact;
	renewal: RenewalBinding["renewal"];
}): Promise<string | null> {
	const { req, fact, renewal } = input;
	const amountDue = fact.total ?? fact.amountDue ?? fact.amount ?? 0;
	if (amountDue <= 0 || !fact.currency) return null;
	const subscription = await ensureSubscription(req, renewal, fact);
	const { id } = await req.payload.create({
		collection: slug.invoices,
		data: {
			casino: renewal.casinoId,
			subscription,
			status: "open",
			amountDue,
			currency: fact.currency,
			opensGate: false,
			description: "Renewal of the subscription",
			dueAt: fact.dueAt ?? null,
		} as Partial<Invoice> as Invoice,
		depth: 0,
		...asSystem(req, "a renewal at the provider"),
	});
	return id;
}

/** A renewal may be told before its subscription is: what the subscription's own events say completes the row. */
async function ensureSubscription(
	req: PayloadRequest,
	{ casinoId, companyId, subscriptionRef }: RenewalBinding["renewal"],
	{ customerId }: PaymentFact,
): Promise<string> {
	const sql = await sqlOf(req);
	// The lock under which a subscription's own events are settled: of two, one writes it.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", [subscriptionRef]);
	const [known] = await sql<{ id: string }>("SELECT id FROM subscriptions WHERE stripe_subscription_id = $1", [
		subscriptionRef,
	]);
	if (known) return known.id;
	const { id } = await req.payload.create({
		collection: slug.subscriptions,
		data: {
			casino: casinoId,
			company: companyId,
			status: "incomplete",
			stripeSubscriptionId: subscriptionRef,
			stripeCustomerId: customerId,
		} as Partial<Subscription> as Subscription,
		depth: 0,
		...asSystem(req, "a renewal at the provider"),
	});
	return id;
}
