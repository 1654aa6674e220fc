import { todaySql } from "@/queue/daySql";
import { keptSql } from "../payments/writePayments";

/** What `findInvoiceStanding` asks of an invoice `i`, but for its status: the same columns for every screen. */
export const standingSql = `i.amount_due::float8 AS "amountDue", i.credit IS NOT NULL AS "isCreditNote", i.due_at AS "dueAt",
	(SELECT ${todaySql("c.timezone")} FROM casinos c WHERE c.id = i.casino_id) AS today,
	coalesce((SELECT sum(${keptSql}) FROM payments p WHERE p.invoice_id = i.id), 0)::float8 AS "amountKept",
	coalesce((SELECT sum(p.disputed) FROM payments p WHERE p.invoice_id = i.id), 0)::float8 AS "amountDisputed",
	EXISTS (SELECT 1 FROM approvals a WHERE a.invoice_id = i.id AND a.status = 'awaiting' AND a.first_approver_id IS NOT NULL)
		AS "awaitsSecondApprover"`;
