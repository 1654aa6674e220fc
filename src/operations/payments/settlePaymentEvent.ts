import type { Payload, PayloadRequest } from "payload";
import { bindInvoice } from "@/inbox/bindInvoice";
import { type EventRow, eventColumns, isUndecided, readEvent } from "@/inbox/eventRow";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { holdEvent } from "./holdEvent";
import { readFreshObject } from "./readFreshObject";
import { settleCustomer } from "./settleCustomer";
import { settleInvoice } from "./settleInvoice";
import { settleSubscription } from "./settleSubscription";
import { writeOutcomes } from "./writeOutcomes";

/**
 * Settles one event of the inbox: reads the provider's truth where a key is configured, binds the event and brings what it
 * is about to the state that all its events together say. Safe to call again at any time, from any number of workers.
 *
 * @throws what may pass by itself (database, provider out of reach), so that the queue tries again
 */
export async function settlePaymentEvent({ payload, eventId }: { payload: Payload; eventId: string }): Promise<void> {
	const req = await systemRequest(payload, "settlement");
	const row = await findEvent(req, eventId);
	if (!row || !isUndecided(row)) return;
	// Asked before the transaction: a slow provider must not hold locks.
	const freshObject = row.freshObject ?? (await readFreshObject({ req, row }));
	await inTransaction(req, () => settle(req, { ...row, freshObject }));
}

async function findEvent(req: PayloadRequest, id: string): Promise<EventRow | null> {
	const sql = await sqlOf(req);
	const [row] = await sql<EventRow>(`SELECT ${eventColumns} FROM payment_events WHERE id = $1::uuid`, [id]);
	return row ?? null;
}

async function settle(req: PayloadRequest, row: EventRow): Promise<void> {
	const sql = await sqlOf(req);
	const reading = readEvent(row);
	await sql(
		`UPDATE payment_events SET fresh_object = $2::jsonb, object_id = coalesce($3, object_id), invoice_ref = $4,
			payment_intent_ref = $5, customer_ref = $6, updated_at = now() WHERE id = $1::uuid`,
		[
			row.id,
			row.freshObject === null ? null : JSON.stringify(row.freshObject),
			reading.refs.objectId,
			reading.refs.invoiceRef,
			reading.refs.paymentIntentRef,
			reading.refs.customerRef,
		],
	);
	if (reading.kind === "unknown" || reading.fact === null) {
		const why =
			reading.kind === "unknown"
				? `Events of type ${row.type} change nothing here.`
				: "The event lacks what it should tell.";
		await writeOutcomes({ req, rows: [row], outcomes: new Map([[row.eventId, { status: "ignored", why }]]) });
		return;
	}
	switch (reading.kind) {
		case "customer":
			return settleCustomer({ req, row, fact: reading.fact });
		case "subscription":
			return settleSubscription({ req, row, fact: reading.fact, refs: reading.refs });
		default: {
			const binding = row.invoiceId
				? { invoiceId: row.invoiceId }
				: await bindInvoice({ sql, refs: reading.refs, fact: reading.fact });
			if ("invoiceId" in binding) return settleInvoice({ req, invoiceId: binding.invoiceId, row, refs: reading.refs });
			return holdEvent({ req, row, fact: reading.fact, holdReason: binding.holdReason, why: binding.why });
		}
	}
}
