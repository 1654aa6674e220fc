import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { recordAutomation } from "../audit/recordAutomation";
import type { LockedInvoice } from "./lockInvoice";
import { retakeEvents } from "./retakeEvents";

/**
 * Links the company to the provider's customer who paid for it, when neither has another partner yet. By SQL: the
 * plugin's own hook would tell the provider what it has just told us.
 */
export async function linkCustomer(input: {
	req: PayloadRequest;
	invoice: Pick<LockedInvoice, "companyId" | "companyStripeId">;
	customerId: string;
}): Promise<void> {
	const { req, invoice, customerId } = input;
	if (!invoice.companyId || invoice.companyStripeId) return;
	const sql = await sqlOf(req);
	const [linked] = await sql<{ id: string }>(
		`UPDATE companies SET stripe_i_d = $2, updated_at = now()
		 WHERE id = $1::uuid AND coalesce(stripe_i_d, '') = '' AND NOT EXISTS (SELECT 1 FROM companies WHERE stripe_i_d = $2)
			AND NOT EXISTS (SELECT 1 FROM payment_events WHERE provider = 'stripe' AND object_id = $2 AND type = 'customer.deleted' AND status = 'settled')
		 RETURNING id`,
		[invoice.companyId, customerId],
	);
	if (!linked) return;
	await recordAutomation({
		req,
		action: "update",
		collection: "companies",
		document: linked.id,
		casino: null,
		before: { stripeID: null },
		after: { stripeID: customerId },
		reason: "the customer who paid",
	});
	// Past the hook that does this for a person's change: a subscription may have been told before its first payment.
	await retakeEvents({ req, exceptId: null, customerId });
}
