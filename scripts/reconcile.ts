import config from "@payload-config";
import { getPayload } from "payload";
import { type Reconciliation, reconcilePayments } from "@/operations/payments/reconcilePayments";

/** `npm run reconcile`: takes in once what the payment provider said and we did not hear. */
const payload = await getPayload({ config });
console.log(describeReconciliation(await reconcilePayments({ payload })));
process.exit(0);

function describeReconciliation({ isConnected, taken, known, missingInvoices }: Reconciliation): string {
	if (!isConnected) return "Stripe is off: STRIPE_SECRET_KEY is not set, so there is nothing to reconcile with.";
	const missing = missingInvoices > 0 ? ` ${missingInvoices} open invoices are not at Stripe: see the queue.` : "";
	return `Asked Stripe: ${taken} missed events taken in, ${known} known already.${missing}`;
}
