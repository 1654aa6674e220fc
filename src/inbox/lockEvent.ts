import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import type { Sql } from "@/queue/sqlOf";
import { type EventRow, eventColumns } from "./eventRow";

/** The event as it stands now, or null when there is none of that id. */
export async function readEventRow(sql: Sql, id: string): Promise<EventRow | null> {
	const [row] = await sql<EventRow>(`SELECT ${eventColumns} FROM payment_events WHERE id = $1::uuid`, [id]);
	return row ?? null;
}

/**
 * Locks an event until the caller's transaction ends, and reads it as it stands then: whoever waited here sees what the
 * other decided. The lock of the invoice it is about comes before this one, everywhere.
 */
export async function lockEvent(sql: Sql, id: string): Promise<EventRow | null> {
	const [row] = await sql<EventRow>(
		`SELECT ${eventColumns} FROM payment_events WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[id],
	);
	return row ?? null;
}

/**
 * Lets one settlement at a time decide about events that name the same thing at the provider. Without it an event could be
 * held for a reference that another, not committed yet, is just making known, and nobody would look at it again.
 * Always the first lock, in one order.
 */
export async function lockReferences(sql: Sql, refs: StripeRefs): Promise<void> {
	const named = [refs.invoiceRef, refs.paymentIntentRef, refs.chargeRef, refs.customerRef, refs.subscriptionRef];
	await sql(
		`SELECT pg_advisory_xact_lock(key) FROM (
			SELECT DISTINCT hashtextextended(name, 3) AS key FROM unnest($1::text[]) AS name WHERE name IS NOT NULL ORDER BY 1
		 ) AS named`,
		[named],
	);
}
