import type { PayloadRequest } from "payload";
import type { EventRow } from "@/inbox/eventRow";
import type { PaymentObjectKind } from "@/provisioning/ports";
import { portsOf } from "../portsOf";

const kinds: Readonly<Record<string, PaymentObjectKind>> = {
	invoice: "invoice",
	invoice_payment: "invoice_payment",
	"checkout.session": "checkout",
	charge: "charge",
	dispute: "dispute",
	refund: "refund",
	subscription: "subscription",
	customer: "customer",
};

type Received = { data?: { object?: { object?: unknown; id?: unknown } } };

/** The event's object as the provider tells it now; null without a key, or when it is not a kind that settles. */
export async function readFreshObject({
	req,
	row,
}: {
	req: PayloadRequest;
	row: EventRow;
}): Promise<Record<string, unknown> | null> {
	const { payments } = portsOf(req);
	if (!payments || row.provider !== "stripe") return null;
	const { object, id } = (row.payload as Received).data?.object ?? {};
	const kind = typeof object === "string" ? kinds[object] : undefined;
	return kind && typeof id === "string" ? payments.retrieve(kind, id) : null;
}
