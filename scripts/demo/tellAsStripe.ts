import { createHmac, randomUUID } from "node:crypto";
import type { Api } from "./createApi";
import type { Newcomer } from "./takeInCustomer";

/**
 * Sends a signed event about the newcomer's invoice to the webhook, as Stripe does.
 * @returns how long the answer took, in milliseconds; by then the event is committed
 */
export async function tellAsStripe(input: {
	api: Api;
	webhookSecret: string;
	type: "invoice.finalized" | "invoice.paid";
	invoiceId: string;
	newcomer: Newcomer;
}): Promise<number> {
	const { api, webhookSecret, type, invoiceId, newcomer } = input;
	const isPaid = type === "invoice.paid";
	const mark = invoiceId.replaceAll("-", "").slice(0, 20);
	const object = {
		id: `in_demo${mark}`,
		object: "invoice",
		status: isPaid ? "paid" : "open",
		customer: `cus_demo${mark}`,
		customer_email: newcomer.purchaserEmail,
		currency: newcomer.currency,
		amount_due: newcomer.amountDue,
		amount_paid: isPaid ? newcomer.amountDue : 0,
		metadata: { keyturn_invoice: invoiceId },
	};
	const created = Math.floor(Date.now() / 1000);
	const id = `evt_demo${randomUUID().replaceAll("-", "")}`;
	const body = JSON.stringify({ id, object: "event", type, created, livemode: false, data: { object } });
	// https://docs.stripe.com/webhooks#verify-manually
	const mac = createHmac("sha256", webhookSecret).update(`${created}.${body}`).digest("hex");
	const began = performance.now();
	await api("POST", "/stripe/webhooks", { body, headers: { "stripe-signature": `t=${created},v1=${mac}` } });
	return performance.now() - began;
}
