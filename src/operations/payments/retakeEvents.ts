import type { PayloadRequest } from "payload";
import { enqueue } from "@/queue/enqueue";
import { type Sql, sqlOf } from "@/queue/sqlOf";

/**
 * Looks again at events that could not be bound, now that something they name is known. A refund may come before the event
 * that says which invoice its payment was for.
 *
 * @param input.references ids at the provider that are known now: invoices, intents, charges
 */
export async function retakeEvents(input: {
	req: PayloadRequest;
	exceptId: string | null;
	references?: readonly (string | null | undefined)[];
	customerId?: string | null;
}): Promise<void> {
	const { req, exceptId, customerId = null } = input;
	const references = (input.references ?? []).filter((reference) => typeof reference === "string");
	if (references.length === 0 && !customerId) return;
	const sql = await sqlOf(req);
	const rows = await sql<{ id: string }>(
		`SELECT id FROM payment_events
		 WHERE invoice_id IS NULL AND (status = 'held' OR (status = 'ignored' AND resolution IS NULL)) AND id IS DISTINCT FROM $1::uuid
			AND (payment_intent_ref = ANY($2::text[]) OR invoice_ref = ANY($2::text[]) OR object_id = ANY($2::text[]) OR customer_ref = $3)
		 ORDER BY occurred_at`,
		[exceptId, references, customerId],
	);
	await settleAgain(sql, rows);
}

/**
 * Looks again at the events that wait for a company to be linked to another customer, or to none: those of the customer it has now,
 * and those held because they were paid as another.
 */
export async function retakeCompanyEvents({ req, companyId }: { req: PayloadRequest; companyId: string }) {
	const sql = await sqlOf(req);
	const [company] = await sql<{ customerId: string | null }>(
		`SELECT nullif(stripe_i_d, '') AS "customerId" FROM companies WHERE id = $1::uuid`,
		[companyId],
	);
	if (company?.customerId) await retakeEvents({ req, exceptId: null, customerId: company.customerId });
	const held = await sql<{ id: string }>(
		`SELECT e.id FROM payment_events e JOIN invoices i ON i.id = e.invoice_id JOIN casinos c ON c.id = i.casino_id
		 WHERE c.company_id = $1::uuid AND e.status = 'held' AND e.hold_reason = 'duplicate_customer' ORDER BY e.occurred_at`,
		[companyId],
	);
	await settleAgain(sql, held);
}

/**
 * Looks again at the held events that an invoice may be meant by, when it was made or corrected: those bound to it, and those of
 * its company's customer that fitted no invoice.
 */
export async function retakeInvoiceEvents({ req, invoiceId }: { req: PayloadRequest; invoiceId: string }) {
	const sql = await sqlOf(req);
	const rows = await sql<{ id: string }>(
		`SELECT e.id FROM payment_events e WHERE e.status = 'held' AND (e.invoice_id = $1::uuid
			OR (e.invoice_id IS NULL AND e.customer_ref = (
				SELECT nullif(p.stripe_i_d, '') FROM invoices i JOIN casinos c ON c.id = i.casino_id JOIN companies p ON p.id = c.company_id
				WHERE i.id = $1::uuid
			))) ORDER BY e.occurred_at`,
		[invoiceId],
	);
	await settleAgain(sql, rows);
}

async function settleAgain(sql: Sql, rows: readonly { id: string }[]): Promise<void> {
	for (const { id } of rows) await enqueue({ sql, queue: "settlePaymentEvent", data: { eventId: id } });
}
