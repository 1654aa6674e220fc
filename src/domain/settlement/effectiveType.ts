import { invoiceTable } from "./invoiceTable";
import { canonicalType } from "./lifecycle";
import { textOf, valueAt } from "./stripeObject";

const typeOfStatus: Readonly<Record<string, string>> = {
	draft: "invoice.updated",
	open: "invoice.finalized",
	paid: "invoice.paid",
	uncollectible: "invoice.marked_uncollectible",
	void: "invoice.voided",
};

/**
 * The event type that an object's present state stands for, once it was read again from Stripe: an old
 * `invoice.finalized` about an invoice that is paid by now says "paid". A failed attempt on an invoice that is still
 * open stays one. Other kinds of object carry their state in their fields, so their type stays.
 */
export function effectiveType(input: { type: string; freshObject: unknown }): string {
	const type = canonicalType(input.type);
	const status = textOf(valueAt(input.freshObject, "status"));
	const isAboutInvoice = type in invoiceTable && valueAt(input.freshObject, "object") === "invoice";
	if (!isAboutInvoice || status === null) return type;
	if (type === "invoice.payment_failed" && status === "open") return type;
	return typeOfStatus[status] ?? type;
}
