import type { Payload } from "payload";
import { findInvoiceStanding, type InvoiceStanding, type InvoiceStandingFacts } from "@/domain/invoiceStanding";
import { sqlOf } from "@/queue/sqlOf";
import { standingSql } from "./standingSql";

type Batch = { ids: Set<string>; standings: Promise<Map<string, InvoiceStanding>> };

const batches = new WeakMap<Payload, Batch>();

/**
 * How an invoice of a list stands, for the vendor's people, who read every invoice. What the rows of a page ask in one turn is one
 * statement.
 */
export async function readListStanding(input: {
	payload: Payload;
	invoiceId: string;
}): Promise<InvoiceStanding | null> {
	const { payload, invoiceId } = input;
	const batch = batches.get(payload) ?? openBatch(payload);
	batch.ids.add(invoiceId);
	return (await batch.standings).get(invoiceId) ?? null;
}

function openBatch(payload: Payload): Batch {
	const ids = new Set<string>();
	const standings = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
		batches.delete(payload);
		return readStandings(payload, [...ids]);
	});
	const batch = { ids, standings };
	batches.set(payload, batch);
	return batch;
}

async function readStandings(payload: Payload, ids: readonly string[]): Promise<Map<string, InvoiceStanding>> {
	const sql = await sqlOf({ payload });
	const rows = await sql<InvoiceStandingFacts & { id: string }>(
		`SELECT i.id, i.status, ${standingSql} FROM invoices i WHERE i.id = ANY($1::uuid[])`,
		[ids],
	);
	return new Map(rows.map((row) => [row.id, findInvoiceStanding(row)]));
}
