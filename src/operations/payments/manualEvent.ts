import { createHash, randomUUID } from "node:crypto";
import type { PayloadRequest } from "payload";
import type { ManualEvent } from "@/inbox/eventRow";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { recordAutomation } from "../audit/recordAutomation";
import { requireProved } from "../users/requireProved";
import { settleInvoice } from "./settleInvoice";

export type ManualInput = {
	req: PayloadRequest;
	invoiceId: string;
	type: ManualEvent["type"];
	/** Minor units. */
	amount: number;
	currency: string;
	/** When the money moved. ISO 8601. */
	at: string;
	method: string;
	reference: string | null;
	reason: string;
	/** A refund: the event that recorded the payment. */
	payment?: string;
	/** The same request sent twice carries the same key and is recorded once. */
	idempotencyKey?: string;
};

/** A key of what a person said of money, for `idempotencyKey`: the same said again has the same one. */
export function keyOfRecord(kind: "payment" | "refund", said: readonly unknown[]): string {
	return `${kind}_${createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 40)}`;
}

/** How an event was settled, in words. */
export type ManualOutcome = { status: string; why: string };

/**
 * Records by hand what no provider tells: money that came or went, or an invoice withdrawn. It takes the way of every
 * provider's event, through the inbox and the same tables, and is settled in the caller's transaction.
 *
 * @returns how it was settled, in words; a held one says why
 */
export async function recordManualEvent(input: ManualInput): Promise<ManualOutcome> {
	const { req } = input;
	const { isProved } = await requireProved(req);
	const sql = await sqlOf(req);
	const key = input.idempotencyKey ?? randomUUID();
	const event: ManualEvent = {
		id: `manual_${key}`,
		type: input.type,
		created: Math.floor(Date.parse(input.at) / 1000),
		data: {
			object: {
				object: "manual",
				invoice: input.invoiceId,
				amount: input.amount,
				currency: input.currency,
				method: input.method,
				reference: input.reference,
				reason: input.reason,
				...(input.payment ? { payment: input.payment } : {}),
			},
		},
	};
	const [recorded] = await sql<{ id: string; casino: string }>(
		`INSERT INTO payment_events (provider, event_id, type, status, payload, invoice_id, casino_id, resolved_by_id, is_resolver_unproved, occurred_at, received_at, created_at, updated_at)
		 SELECT 'manual', $2, $3, 'received', $4::jsonb, i.id, i.casino_id, $5::uuid, $7, to_timestamp($6), now(), now(), now()
		 FROM invoices i WHERE i.id = $1::uuid
		 ON CONFLICT (provider, event_id) DO NOTHING RETURNING id, casino_id AS casino`,
		[input.invoiceId, event.id, event.type, JSON.stringify(event), req.user?.id ?? null, event.created, !isProved],
	);
	if (recorded) {
		await recordAutomation({
			req,
			action: event.type,
			collection: "payment-events",
			document: recorded.id,
			casino: recorded.casino,
			after: {
				invoice: input.invoiceId,
				amount: input.amount,
				currency: input.currency,
				method: input.method,
				reference: input.reference,
				...(input.payment ? { payment: input.payment } : {}),
			},
			reason: input.reason,
		});
		await settleInvoice({ req, invoiceId: input.invoiceId });
	}
	return (await findManualOutcome(sql, key)) ?? { status: "failed", why: "The record was not written." };
}

/** What became of what was recorded under that key; null when nothing was. */
export async function findManualOutcome(sql: Sql, idempotencyKey: string): Promise<ManualOutcome | null> {
	const [outcome] = await sql<ManualOutcome>(
		`SELECT status, coalesce(explanation, '') AS why FROM payment_events WHERE provider = 'manual' AND event_id = $1`,
		[`manual_${idempotencyKey}`],
	);
	return outcome ?? null;
}
