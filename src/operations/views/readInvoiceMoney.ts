import type { PayloadRequest } from "payload";
import { findInvoiceStanding, type InvoiceStanding, type InvoiceStandingFacts } from "@/domain/invoiceStanding";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import { NotFound } from "@/errors";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { type ApprovalView, readApprovals } from "../approvals/readApprovals";
import { type InvoicePayments, readPayments } from "../payments/readPayments";
import { standingSql } from "./standingSql";

/** Amounts are integer minor units of `currency`, times ISO 8601; `dueAt` is a day. */
export type InvoiceMoney = {
	standing: InvoiceStanding;
	amountDue: number;
	/** Of a credit note: what it takes off the invoice that it amends. */
	credit: number | null;
	currency: string;
	dueAt: string | null;
	/** The newest first. */
	approvals: ApprovalView[];
	payments: InvoicePayments;
	/** The oldest first. */
	amendments: InvoiceAmendment[];
	/** The invoice that this one amends. */
	amends: { id: string; number: string } | null;
};

export type InvoiceAmendment = {
	id: string;
	number: string;
	at: string;
	/** What the invoice came to before it, and with it. */
	before: number;
	after: number;
	by: string | null;
	approvedBy: string | null;
	reason: string | null;
};

type Row = InvoiceStandingFacts & {
	status: InvoiceStatus;
	currency: string;
	credit: number | null;
	amends: InvoiceMoney["amends"];
	changes: (Omit<InvoiceAmendment, "before" | "after"> & { difference: number })[];
};

/**
 * The money side of one invoice: how it stands, who approved what, which payments came and went back, and what was amended.
 *
 * @throws SignInRequired, Forbidden for everybody but the vendor's people; NotFound
 */
export async function readInvoiceMoney(input: { req: PayloadRequest; invoiceId: string }): Promise<InvoiceMoney> {
	const { req, invoiceId } = input;
	const approvals = await readApprovals({ req, invoiceId });
	const payments = await readPayments({ req, invoiceId });
	const sql = await sqlOf(req);
	const [row] = await sql<Row>(
		`SELECT i.status, i.currency, i.credit::float8, ${standingSql},
			(SELECT json_build_object('id', a.id, 'number', a.number) FROM invoices a WHERE a.id = i.amends_id) AS amends,
			coalesce((SELECT json_agg(json_build_object('id', a.id, 'number', a.number, 'at', ${isoSql("a.created_at")},
				'difference', a.amount_due - coalesce(a.credit, 0), 'by', coalesce(one.name, one.email),
				'approvedBy', coalesce(two.name, two.email), 'reason', a.amend_reason) ORDER BY a.created_at, a.id)
				FROM invoices a LEFT JOIN users one ON one.id = a.amended_by_id LEFT JOIN users two ON two.id = a.amendment_approved_by_id
				WHERE a.amends_id = i.id AND a.status <> 'void'), '[]') AS changes
		 FROM invoices i WHERE i.id = $1::uuid`,
		[invoiceId],
	);
	if (!row) throw new NotFound("invoice");
	const { amountDue, credit, currency, dueAt, amends, changes } = row;
	const standing = findInvoiceStanding(row);
	return {
		...{ standing, amountDue, credit, currency, dueAt, approvals, payments, amends },
		amendments: withTotals(amountDue, changes),
	};
}

function withTotals(amountDue: number, changes: Row["changes"]): InvoiceAmendment[] {
	let total = amountDue;
	return changes.map(({ difference, ...change }) => {
		const before = total;
		total += difference;
		return { ...change, before, after: total };
	});
}
