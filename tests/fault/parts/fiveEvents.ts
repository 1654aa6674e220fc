import type { CopiedCustomer } from "../../harness/copyCustomers";
import { paidBy } from "../../harness/paidEvent";

const AMOUNT = 120_000;
const REFUNDED = 20_000;
/** The story's first moment, in epoch seconds. */
const BEGAN = Date.UTC(2026, 9, 5, 9) / 1000;

export type StripeEvent = { id: string; type: string } & Record<string, unknown>;

/**
 * One invoice's life as Stripe tells it: finalized, its payment, paid, a part refunded, the customer renamed. The refund
 * names the payment alone and the renaming the customer alone, as Stripe's do: what they are about others must say first.
 */
export function fiveEvents(customer: CopiedCustomer): StripeEvent[] {
	const { id, purchaserEmail } = paidBy(customer);
	const references = { customer: `cus_${id}`, currency: "usd" };
	const invoice = {
		...references,
		...{ id: `in_${id}`, object: "invoice", amount_due: AMOUNT, customer_email: purchaserEmail, number: `STR-${id}` },
		...{ hosted_invoice_url: `https://invoice.stripe.com/i/${id}`, metadata: { keyturn_invoice: id } },
	};
	const payment = { type: "payment_intent", payment_intent: `pi_${id}` };
	const told = (type: string, second: number, object: object): StripeEvent => ({
		...{ id: `evt_${type}_${id}`, object: "event", type, created: BEGAN + second, data: { object } },
	});
	return [
		told("invoice.finalized", 0, { ...invoice, status: "open", amount_paid: 0 }),
		told("invoice_payment.paid", 60, {
			...{
				id: `inpay_${id}`,
				object: "invoice_payment",
				invoice: `in_${id}`,
				currency: "usd",
				status: "paid",
				payment,
			},
			...{ amount_paid: AMOUNT, amount_requested: AMOUNT },
		}),
		told("invoice.paid", 61, { ...invoice, status: "paid", amount_paid: AMOUNT }),
		told("charge.refunded", 3600, {
			...{ ...references, id: `ch_${id}`, object: "charge", payment_intent: `pi_${id}`, refunded: false },
			...{ amount: AMOUNT, amount_refunded: REFUNDED },
		}),
		told("customer.updated", 7200, {
			...{ id: `cus_${id}`, object: "customer", name: `Renamed ${id}`, email: `accounts@${id}.example` },
		}),
	];
}
