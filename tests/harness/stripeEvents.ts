import { randomBytes } from "node:crypto";
import type { Invoice } from "@/payload-types";
import type { Keyturn } from "./startKeyturn";

export type StripeEvent = {
	id: string;
	object: "event";
	type: string;
	/** Epoch seconds. */
	created: number;
	data: { object: Record<string, unknown> };
};

export const newId = (prefix: string) => `${prefix}_${randomBytes(8).toString("hex")}`;

/** 1 November 2026, so that times in a test read as small numbers. */
export const start = 1_793_491_200;

/** An event as Stripe words it. `at` is seconds after `start`. */
export function stripeEvent(type: string, object: Record<string, unknown>, at = 0): StripeEvent {
	return { id: newId("evt"), object: "event", type, created: start + at, data: { object } };
}

type Owed = Pick<Invoice, "id" | "amountDue" | "currency" | "purchaserEmail">;

/** A paid invoice at Stripe; it names ours unless `metadata` says otherwise. */
export function paidInvoice(invoice: Owed, values: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		id: newId("in"),
		object: "invoice",
		status: "paid",
		amount_due: invoice.amountDue,
		amount_paid: invoice.amountDue,
		currency: invoice.currency,
		customer: newId("cus"),
		customer_email: invoice.purchaserEmail,
		metadata: { keyturn_invoice: invoice.id },
		...values,
	};
}

/** Brings an event into the inbox, past the signature, and answers its row's id. Its job waits in the queue. */
export async function recordStripeEvent(keyturn: Keyturn, event: StripeEvent): Promise<string> {
	const { recordEvent } = await import("@/inbox/recordEvent");
	const { id } = await recordEvent({
		pool: keyturn.payload.db.pool,
		provider: "stripe",
		event,
		receivedAt: new Date().toISOString(),
	});
	return id;
}
