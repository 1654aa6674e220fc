import type { Payload, PayloadRequest } from "payload";
import { findWhyNotOurs, modeOfKey } from "@/domain/settlement/findWhyNotOurs";
import { env } from "@/env";
import { KeyturnError } from "@/errors";
import { type Binding, bindInvoice } from "@/inbox/bindInvoice";
import { type EventRow, isUndecided, readEvent } from "@/inbox/eventRow";
import { lockEvent, lockReferences, readEventRow } from "@/inbox/lockEvent";
import { isTransient } from "@/provisioning/engine/judgeFailure";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { createRenewalInvoice } from "./createRenewalInvoice";
import { failEvent } from "./failEvent";
import { holdEvent } from "./holdEvent";
import { lockInvoiceRow } from "./lockInvoice";
import { readFreshObject } from "./readFreshObject";
import { settleCustomer } from "./settleCustomer";
import { settleInvoice } from "./settleInvoice";
import { settleSubscription } from "./settleSubscription";
import { writeOutcomes } from "./writeOutcomes";

type Reading = ReturnType<typeof readEvent>;

/**
 * Settles one event of the inbox: reads the provider's truth where a key is configured, binds the event and brings what it
 * is about to the state that all its events together say. Safe to call again at any time, from any number of workers.
 * What would fail again in the same way is marked as failed, so that people hear of it; the sweep tries it again later.
 *
 * @throws what may pass by itself (database, provider out of reach), so that the queue tries again
 */
export async function settlePaymentEvent({ payload, eventId }: { payload: Payload; eventId: string }): Promise<void> {
	const req = await systemRequest(payload, "settlement");
	const row = await readEventRow(await sqlOf(req), eventId);
	if (!row || !isUndecided(row)) return;
	try {
		const isOurs = whyForeign(row) === null;
		// Asked before the transaction: a slow provider must not hold locks.
		const freshObject = row.freshObject ?? (isOurs ? await readFreshObject({ req, row }) : null);
		await inTransaction(req, () => settle(req, { ...row, freshObject }));
	} catch (error) {
		if (isTransient(error)) throw error;
		const isForeseen = error instanceof KeyturnError;
		payload.logger.error({
			...(isForeseen ? {} : { err: error }),
			msg: `Payment event ${row.eventId} could not be settled`,
		});
		await failEvent({ payload, eventId, error });
	}
}

const whyForeign = (row: EventRow) =>
	row.provider === "stripe" ? findWhyNotOurs(row.payload, modeOfKey(env().STRIPE_SECRET_KEY)) : null;

async function settle(req: PayloadRequest, read: EventRow): Promise<void> {
	const sql = await sqlOf(req);
	const whyNotOurs = whyForeign(read);
	if (whyNotOurs) return markIgnored(req, read, whyNotOurs);
	const reading = readEvent(read);
	await lockReferences(sql, reading.refs);
	const binding = await findBinding(sql, read, reading);
	if (binding && "invoiceId" in binding) await lockInvoiceRow(sql, binding.invoiceId);
	const locked = await lockEvent(sql, read.id);
	// Somebody decided it, or bound it elsewhere, while we waited.
	if (!locked || !isUndecided(locked) || locked.invoiceId !== read.invoiceId) return;
	const row = { ...locked, freshObject: read.freshObject };
	await noteReading(sql, row, reading);
	if (reading.kind === "unknown") return markIgnored(req, row, `Events of type ${row.type} change nothing here.`);
	if (reading.fact === null) return markIgnored(req, row, "The event lacks what it should tell.");
	if (reading.kind === "customer") return settleCustomer({ req, row, fact: reading.fact });
	if (reading.kind === "subscription") {
		return settleSubscription({ req, row, fact: reading.fact, refs: reading.refs });
	}
	if (!binding) throw new Error(`Payment event ${row.id} was not looked up.`);
	if ("holdReason" in binding) {
		return holdEvent({ req, row, fact: reading.fact, holdReason: binding.holdReason, why: binding.why });
	}
	const invoiceId =
		"renewal" in binding
			? await createRenewalInvoice({ req, fact: reading.fact, renewal: binding.renewal })
			: binding.invoiceId;
	if (!invoiceId) return markIgnored(req, row, "The renewal asks for nothing: kept as a record.");
	return settleInvoice({ req, invoiceId, row, refs: reading.refs });
}

/** The invoice an event is about, as far as it is about one. */
async function findBinding(sql: Sql, row: EventRow, reading: Reading): Promise<Binding | { invoiceId: string } | null> {
	if (reading.kind === "unknown" || reading.kind === "customer" || reading.kind === "subscription") return null;
	if (row.invoiceId) return { invoiceId: row.invoiceId };
	return reading.fact && bindInvoice({ sql, refs: reading.refs, fact: reading.fact });
}

/** Keeps what the event names, so that it is found again when one of those becomes known. */
async function noteReading(sql: Sql, row: EventRow, { refs }: Reading): Promise<void> {
	await sql(
		`UPDATE payment_events SET fresh_object = $2::jsonb, object_id = coalesce($3, object_id), invoice_ref = $4,
			payment_intent_ref = $5, customer_ref = $6, updated_at = now() WHERE id = $1::uuid`,
		[
			row.id,
			row.freshObject === null ? null : JSON.stringify(row.freshObject),
			refs.objectId,
			refs.invoiceRef,
			refs.paymentIntentRef ?? refs.chargeRef,
			refs.customerRef,
		],
	);
}

async function markIgnored(req: PayloadRequest, row: EventRow, why: string): Promise<void> {
	await writeOutcomes({ req, rows: [row], outcomes: new Map([[row.eventId, { status: "ignored", why }]]) });
}
