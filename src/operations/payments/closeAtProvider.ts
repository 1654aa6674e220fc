import type { Payload, PayloadRequest } from "payload";
import { KeyturnError } from "@/errors";
import { isTransient } from "@/provisioning/engine/judgeFailure";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { inTransaction, systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

/** Paid by money that was recorded by hand, and Stripe has not been told: it can still be paid there. */
export const payableElsewhereSql = `i.status = 'paid' AND i.stripe_invoice_id IS NOT NULL AND i.closed_at_provider_at IS NULL
	AND EXISTS (SELECT 1 FROM payments p WHERE p.invoice_id = i.id AND p.provider = 'manual')`;

const riskKey = (invoiceId: string) => `still-payable:${invoiceId}`;

/** Has Stripe told, after the commit, that an invoice was paid elsewhere. Nothing to do for one that is not at Stripe. */
export async function requestClosingAtProvider({ req, invoiceId }: { req: PayloadRequest; invoiceId: string }) {
	if (!portsOf(req).payments) return;
	const sql = await sqlOf(req);
	const [row] = await sql(`SELECT 1 FROM invoices i WHERE i.id = $1::uuid AND ${payableElsewhereSql}`, [invoiceId]);
	if (row) await enqueue({ sql, queue: "closeAtProvider", data: { invoiceId } });
}

type Payable = { id: string; number: string; casinoId: string; casinoName: string; providerInvoiceId: string };

/**
 * Closes an invoice at Stripe that was paid outside of it, so that nobody pays it there a second time. Safe to call again;
 * the `invoice.paid` that it causes names no payment and is none.
 *
 * @throws what may pass by itself, so that the queue tries again; what will not becomes an entry of the queue
 */
export async function closeAtProvider({ payload, invoiceId }: { payload: Payload; invoiceId: string }): Promise<void> {
	const { payments } = portsOf({ payload });
	if (!payments) return;
	const invoice = await findPayable(payload, invoiceId);
	if (!invoice) return;
	try {
		await payments.markPaidElsewhere({
			idempotencyKey: `paid-elsewhere:${invoice.providerInvoiceId}`,
			invoiceId: invoice.providerInvoiceId,
		});
	} catch (error) {
		if (isTransient(error)) throw error;
		const cause = error instanceof KeyturnError ? error.publicMessage : "An unexpected error.";
		await reportStillPayable(payload, invoice, cause);
		return;
	}
	const req = await systemRequest(payload, "closed at the provider");
	await inTransaction(req, async () => {
		const own = await sqlOf(req);
		await own(
			"UPDATE invoices SET closed_at_provider_at = now() WHERE id = $1::uuid AND closed_at_provider_at IS NULL",
			[invoiceId],
		);
		await recordAutomation({
			req,
			action: "invoice.closed_at_provider",
			collection: slug.invoices,
			document: invoiceId,
			casino: invoice.casinoId,
			after: { providerInvoice: invoice.providerInvoiceId },
			reason: "paid outside of the provider",
		});
		await resolveRisk({ req, key: riskKey(invoiceId), resolution: "It is closed at Stripe." });
	});
}

/** Says that an invoice could not be closed because its job ends the process again and again. */
export async function giveUpClosing(input: { payload: Payload; invoiceId: string; cause: string }): Promise<void> {
	const invoice = await findPayable(input.payload, input.invoiceId);
	if (invoice) await reportStillPayable(input.payload, invoice, input.cause);
}

async function findPayable(payload: Payload, invoiceId: string): Promise<Payable | null> {
	const sql = await sqlOf({ payload });
	const [invoice] = await sql<Payable>(
		`SELECT i.id, i.number, c.id AS "casinoId", c.name AS "casinoName", i.stripe_invoice_id AS "providerInvoiceId"
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1::uuid AND ${payableElsewhereSql}`,
		[invoiceId],
	);
	return invoice ?? null;
}

async function reportStillPayable(payload: Payload, invoice: Payable, cause: string): Promise<void> {
	const req = await systemRequest(payload, "still payable at the provider");
	await inTransaction(req, () =>
		raiseRisk({
			req,
			key: riskKey(invoice.id),
			kind: "still_payable",
			severity: "medium",
			title: `${invoice.casinoName}: invoice ${invoice.number} is paid and can still be paid at Stripe`,
			detail: `${cause} Mark ${invoice.providerInvoiceId} as paid outside of Stripe there, then resolve this entry.`,
			casinoId: invoice.casinoId,
			invoiceId: invoice.id,
		}),
	);
}
