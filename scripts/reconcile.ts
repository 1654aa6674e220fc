import config from "@payload-config";
import { getPayload } from "payload";
import { type Reconciliation, reconcilePayments } from "@/operations/payments/reconcilePayments";
import { parseSince } from "./reconciling/parseSince";

/** `npm run reconcile [-- --since 2026-11-01]`: takes in once what the payment provider said and we did not hear. */
try {
	const since = parseSince(process.argv.slice(2), new Date());
	const payload = await getPayload({ config });
	console.log(describeReconciliation(await reconcilePayments({ payload, ...(since ? { since } : {}) })));
	process.exit(0);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

function describeReconciliation(found: Reconciliation): string {
	const { isConnected, since, taken, known, missingInvoices } = found;
	if (!isConnected) return "Stripe is off: STRIPE_SECRET_KEY is not set, so there is nothing to reconcile with.";
	const missing = missingInvoices > 0 ? ` ${missingInvoices} open invoices are not at Stripe: see the queue.` : "";
	return `Asked Stripe for events since ${since}: ${taken} missed ones taken in, ${known} known already.${missing}`;
}
