import type { PayloadRequest } from "payload";
import { formatMoney } from "@/domain/money";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { recordManualEvent } from "./manualEvent";

/**
 * Records a payment that came outside the providers: a transfer, a cheque, ACH.
 * @throws InvalidInput when amount or currency is not the invoice's, or the money came tomorrow; Conflict when it is not owed any more
 */
export async function recordPayment(input: {
	req: PayloadRequest;
	invoiceId: string;
	amount: number;
	currency: string;
	paidAt: string;
	method: string;
	reference: string | null;
	reason: string;
}): Promise<{ status: string; why: string }> {
	const { req, invoiceId, amount, paidAt } = input;
	const sql = await sqlOf(req);
	const [invoice] = await sql<{ status: string; amountDue: number; currency: string; number: string }>(
		`SELECT status, amount_due::float8 AS "amountDue", currency, number FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[invoiceId],
	);
	if (!invoice) throw new NotFound("invoice");
	if (!["draft", "open", "uncollectible"].includes(invoice.status)) {
		throw new Conflict(`Invoice ${invoice.number} is ${invoice.status}: nothing is owed on it.`);
	}
	const currency = input.currency.toLowerCase();
	const owed = formatMoney(invoice.amountDue, invoice.currency);
	if (currency !== invoice.currency)
		throw new InvalidInput([{ path: "currency", message: `The invoice is in ${invoice.currency.toUpperCase()}.` }]);
	if (amount !== invoice.amountDue)
		throw new InvalidInput([
			{ path: "amount", message: `The invoice asks ${owed}. A part payment does not settle it.` },
		]);
	if (Date.parse(paidAt) > Date.now() + 60_000)
		throw new InvalidInput([{ path: "paidAt", message: "The money cannot have come in the future." }]);
	return recordManualEvent({ ...input, type: "manual.paid", at: paidAt, currency });
}
