import type { PaymentEventStatus } from "@/domain/paymentEventStatus";
import type { HoldReason, PaymentFact } from "@/domain/settlement/paymentFact";
import { type StripeReading, stripeFacts } from "@/domain/settlement/stripeFacts";

/** An inbox row as settlement reads it. */
export type EventRow = {
	id: string;
	provider: "stripe" | "xero" | "manual";
	eventId: string;
	type: string;
	status: PaymentEventStatus;
	holdReason: HoldReason | null;
	explanation: string | null;
	invoiceId: string | null;
	casinoId: string | null;
	resolvedBy: string | null;
	/** They had not proved their address when they decided. */
	isResolverUnproved: boolean;
	resolution: string | null;
	payload: unknown;
	freshObject: unknown;
	occurredAt: Date;
	receivedAt: Date;
};

export const eventColumns = `id, provider, event_id AS "eventId", type, status, hold_reason AS "holdReason", explanation,
	invoice_id AS "invoiceId", casino_id AS "casinoId", resolved_by_id AS "resolvedBy", coalesce(is_resolver_unproved, false) AS "isResolverUnproved", resolution,
	payload, fresh_object AS "freshObject", occurred_at AS "occurredAt", received_at AS "receivedAt"`;

/** What finance says when it records money by hand; kept in the inbox beside the providers' events. */
export type ManualEvent = {
	id: string;
	type: "manual.paid" | "manual.refunded" | "manual.voided";
	/** Epoch seconds. */
	created: number;
	data: {
		object: {
			object: "manual";
			invoice: string;
			amount: number;
			currency: string;
			method: string;
			reference: string | null;
			reason: string;
			/** A refund: the event that recorded the payment. */
			payment?: string;
		};
	};
};

const noRefs = {
	keyturnInvoice: null,
	invoiceRef: null,
	paymentIntentRef: null,
	chargeRef: null,
	inheritedInvoice: null,
	inheritedOnboarding: null,
	billingReason: null,
	keyturnOnboarding: null,
	customerRef: null,
	subscriptionRef: null,
	objectId: null,
};

function readManual(row: EventRow): StripeReading {
	const { created, data } = row.payload as ManualEvent;
	const fact: PaymentFact = {
		eventId: row.eventId,
		provider: "manual",
		type: row.type,
		occurredAt: new Date(created * 1000).toISOString(),
		amount: data.object.amount,
		currency: data.object.currency,
		payerEmail: null,
		customerId: null,
		paymentIntentId: null,
		invoiceRef: null,
		recordedAs: data.object.payment ?? null,
	};
	return { kind: "invoice", refs: { ...noRefs, keyturnInvoice: data.object.invoice }, fact };
}

/** What an event says, whoever said it. */
export function readEvent(row: EventRow): StripeReading {
	if (row.provider === "manual") return readManual(row);
	return stripeFacts(row.payload, row.freshObject, row.receivedAt.toISOString());
}

/** Which events are still to be decided. What a person dismissed is decided; what nobody understood may be looked at again. */
export function isUndecided(row: Pick<EventRow, "status" | "resolution">): boolean {
	return (
		row.status === "received" ||
		row.status === "held" ||
		row.status === "failed" ||
		(row.status === "ignored" && row.resolution === null)
	);
}
