import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import type { Sql } from "@/queue/sqlOf";

type Found = { id: string };

/**
 * The invoice of ours that an object at the provider is known to belong to: as its present invoice, by one of its
 * payments, or because an earlier event of the same object was bound to it. Former objects stay known for ever.
 * @returns null when none does, or several do
 */
export async function findKnownInvoice(sql: Sql, refs: StripeRefs): Promise<string | null> {
	const objects = [...new Set([refs.invoiceRef, refs.objectId])].filter((ref) => ref !== null);
	if (objects.length === 0) return null;
	const [present] = await sql<Found>("SELECT id FROM invoices WHERE stripe_invoice_id = ANY($1::text[])", [objects]);
	if (present) return present.id;
	return findOnly(
		await sql<Found>(
			`SELECT DISTINCT id FROM (
				SELECT invoice_id AS id FROM payments WHERE provider = 'stripe' AND provider_object = ANY($1::text[])
				UNION ALL SELECT invoice_id FROM payments WHERE provider = 'stripe' AND charge_ref = ANY($1::text[])
				UNION ALL SELECT invoice_id FROM payment_events WHERE provider = 'stripe' AND invoice_ref = ANY($1::text[])
				UNION ALL SELECT invoice_id FROM payment_events WHERE provider = 'stripe' AND object_id = ANY($1::text[])
			 ) known WHERE id IS NOT NULL LIMIT 2`,
			[objects],
		),
	);
}

/** The invoice that a payment intent or a charge is known to have paid. */
export async function findPaidInvoice(sql: Sql, refs: StripeRefs): Promise<string | null> {
	const names = [refs.paymentIntentRef, refs.chargeRef].filter((ref) => ref !== null);
	if (names.length === 0) return null;
	return findOnly(
		await sql<Found>(
			`SELECT DISTINCT id FROM (
				SELECT invoice_id AS id FROM payments WHERE provider = 'stripe' AND reference = ANY($1::text[])
				UNION ALL SELECT invoice_id FROM payments WHERE provider = 'stripe' AND charge_ref = ANY($1::text[])
				UNION ALL SELECT id FROM invoices WHERE stripe_payment_intent_id = ANY($1::text[])
			 ) paid LIMIT 2`,
			[names],
		),
	);
}

function findOnly([first, ...others]: Found[]): string | null {
	return first && others.length === 0 ? first.id : null;
}
