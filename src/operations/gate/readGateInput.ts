import type { PayloadRequest } from "payload";
import { dayIn } from "@/domain/calendar/day";
import type { GateInput } from "@/domain/gate";
import { sqlOf } from "@/queue/sqlOf";
import { pendingAmendmentSql, termsInForceSql } from "../contracts/termsInForce";
import { creditedSql, keptSql } from "../payments/writePayments";

/** Everything the gate looks at, of some onboardings `o`; the invoice $2 counts as paid. */
const inputsSql = `
		json_build_object(
			'status', o.status, 'gateStandard', o.gate_standard,
			'operationsLead', json_build_object('name', o.operations_lead_name, 'email', o.operations_lead_email),
			'adminContact', json_build_object('name', o.admin_contact_name, 'email', o.admin_contact_email)
		) AS onboarding,
		(SELECT timezone FROM casinos WHERE id = o.casino_id) AS "timeZone",
		(SELECT v.content -> 'contracts' FROM playbook_versions v
			WHERE v.playbook_id = o.playbook_id AND v.version = o.playbook_version) AS "neededContracts",
		json_build_object(
			'plan', (SELECT p.key FROM (${termsInForceSql("o.id")}) f JOIN plans p ON p.id = f.plan_id), 'region', o.region, 'dataMode', o.data_mode,
			'choices', coalesce((SELECT json_object_agg(d.key, d.choice) FROM checklist_items d
				WHERE d.onboarding_id = o.id AND d.kind = 'decision' AND d.retired_at IS NULL), '{}')
		) AS subjects,
		coalesce((SELECT json_agg(json_build_object('type', c.type, 'status', c.status) ORDER BY c.created_at, c.id)
			FROM contracts c WHERE c.onboarding_id = o.id AND NOT ${pendingAmendmentSql("c")}), '[]') AS contracts,
		coalesce((SELECT json_agg(json_build_object(
				'number', i.number, 'status', CASE WHEN i.id = $2::uuid THEN 'paid' ELSE i.status::text END, 'opensGate', i.opens_gate,
				'amountDue', i.amount_due, 'currency', i.currency, 'credited', ${creditedSql},
				'writtenAt', extract(epoch FROM i.created_at),
				'paymentAt', (SELECT extract(epoch FROM min(p.created_at)) FROM payments p WHERE p.invoice_id = i.id),
				'money', CASE WHEN i.id = $2::uuid THEN NULL ELSE (
					SELECT json_build_object('kept', coalesce(sum(${keptSql}), 0), 'refunded', coalesce(sum(p.refunded), 0))
					FROM payments p WHERE p.invoice_id = i.id) END,
				'po', json_build_object('status', i.po_status, 'expiresAt', i.po_expires_at, 'approved', (
					SELECT json_build_object('amount', a.amount, 'currency', a.currency) FROM approvals a
					WHERE a.invoice_id = i.id AND a.subject = 'purchase_order' AND a.status = 'approved')),
				'agreed', (SELECT CASE WHEN a.status <> 'approved'
						THEN json_build_object('amount', a.proposal -> 'from' -> 'amountDue', 'currency', a.proposal -> 'from' -> 'currency') END
					FROM approvals a WHERE a.invoice_id = i.id AND a.subject = 'opening_change'
						AND a.status IN ('awaiting', 'rejected', 'approved') AND a.proposal ->> 'act' IS NULL
					ORDER BY a.created_at DESC LIMIT 1)
			) ORDER BY i.created_at, i.id)
			FROM invoices i WHERE i.onboarding_id = o.id), '[]') AS invoices
	FROM onboardings o`;

/** The same of the onboarding $1, as a `GateRow`. */
export const gateInputSql = `SELECT ${inputsSql} WHERE o.id = $1::uuid`;

export type GateRow = Omit<GateInput, "today"> & { timeZone: string };

/** What the gate looks at, on the day that the casino's clocks show. */
export function gateInputOf({ timeZone, ...row }: GateRow, now: Date): GateInput {
	return { ...row, today: dayIn(now.toISOString(), timeZone) };
}

/**
 * Everything the gate looks at, in one statement.
 *
 * @param input.paidInvoiceId an invoice that counts as paid whatever became of it since
 * @returns null when there is no such onboarding
 */
export async function readGateInput(input: {
	req: PayloadRequest;
	onboardingId: string;
	now: Date;
	paidInvoiceId?: string;
}): Promise<GateInput | null> {
	const sql = await sqlOf(input.req);
	const [row] = await sql<GateRow>(gateInputSql, [input.onboardingId, input.paidInvoiceId ?? null]);
	return row ? gateInputOf(row, input.now) : null;
}

/** The same of several onboardings, by their ids, in one statement. Whose they are is for the caller to have asked. */
export async function readGateInputs(input: {
	req: PayloadRequest;
	onboardingIds: readonly string[];
	now: Date;
}): Promise<Map<string, GateInput>> {
	const sql = await sqlOf(input.req);
	const rows = await sql<GateRow & { id: string }>(`SELECT o.id, ${inputsSql} WHERE o.id = ANY($1::uuid[])`, [
		input.onboardingIds,
		null,
	]);
	return new Map(rows.map(({ id, ...row }) => [id, gateInputOf(row, input.now)]));
}
