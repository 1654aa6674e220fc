import type { PayloadRequest } from "payload";
import type { VendorRole } from "@/access/roles";
import { type ApprovalStatus, type ApprovalSubject, approvalSubjects } from "@/domain/approvals/approvalStatus";
import { mayApprove } from "@/domain/approvals/approvers";
import { formatMoney } from "@/domain/money";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";

/** A person in a seat, or an empty seat. */
export type Seat = {
	who: string | null;
	at: string | null;
	reason: string | null;
	/** Whoever sits there had not proved their address when they approved. */
	isUnproved: boolean;
};

export type ApprovalView = {
	id: string;
	subject: ApprovalSubject;
	status: ApprovalStatus;
	title: string;
	invoiceId: string | null;
	paymentEventId: string | null;
	casinoId: string;
	customer: string;
	/** Integer minor units. */
	amount: number | null;
	currency: string | null;
	/** What it is bound to, in a sentence. */
	boundTo: string;
	/** As many as it takes. */
	seats: Seat[];
	requestedBy: string | null;
	requestedAt: string;
	/** Why it was withdrawn, rejected or expired, and when. */
	endedBecause: string | null;
	endedAt: string | null;
	expiresAt: string | null;
	/** The reader may take the empty seat. The route decides again. */
	isYours: boolean;
	/** The reader sits in a seat of it. */
	hasOwnSeat: boolean;
};

type Row = Omit<ApprovalView, "boundTo" | "seats" | "isYours"> & { places: Seat[]; needed: number };

const rowSql = `SELECT a.id, a.subject, a.status, a.title, a.invoice_id AS "invoiceId", a.payment_event_id AS "paymentEventId",
		a.casino_id AS "casinoId", c.name AS customer, a.amount::float8, a.currency, a.seats::int AS needed,
		coalesce(asker.name, asker.email) AS "requestedBy", ${isoSql("a.created_at")} AS "requestedAt",
		a.withdrawn_because AS "endedBecause", ${isoSql("a.closed_at")} AS "endedAt", a.expires_at AS "expiresAt",
		coalesce($1::uuid IN (a.first_approver_id, a.second_approver_id), false) AS "hasOwnSeat",
		json_build_array(
			json_build_object('who', coalesce(one.name, one.email), 'at', ${isoSql("a.first_approved_at")}, 'reason', a.reason,
				'isUnproved', coalesce(a.is_first_unproved, false)),
			json_build_object('who', coalesce(two.name, two.email), 'at', ${isoSql("a.second_approved_at")}, 'reason', a.second_reason,
				'isUnproved', coalesce(a.is_second_unproved, false))
		) AS places
	FROM approvals a JOIN casinos c ON c.id = a.casino_id
	LEFT JOIN users asker ON asker.id = a.requested_by_id
	LEFT JOIN users one ON one.id = a.first_approver_id LEFT JOIN users two ON two.id = a.second_approver_id`;

/**
 * The approvals about a record, the newest first: who sits in which seat, what each is bound to, and why it ended. One statement.
 *
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readApprovals(input: {
	req: PayloadRequest;
	invoiceId?: string;
	paymentEventId?: string;
}): Promise<ApprovalView[]> {
	const { req, invoiceId = null, paymentEventId = null } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const rows = await sql<Row>(
		`${rowSql} WHERE a.invoice_id = $2::uuid OR a.payment_event_id = $3::uuid
		 ORDER BY a.created_at DESC, a.id`,
		[req.user?.id ?? null, invoiceId, paymentEventId],
	);
	return rows.map((row) => viewOf(row, role));
}

/**
 * The approvals with an empty seat: those that the reader may fill first, then the oldest. Releases of held payments, or all others,
 * as screens show them. One statement.
 *
 * @returns how many there are, and the first of them
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readWaitingApprovals(input: {
	req: PayloadRequest;
	isRelease: boolean;
	/** Null: all of them. */
	limit: number | null;
}): Promise<{ total: number; rows: ApprovalView[] }> {
	const { req, isRelease, limit } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const subjects = approvalSubjects.filter((subject) => (subject === "held_release") === isRelease);
	const rows = await sql<Row & { total: number }>(
		`SELECT w.*, (count(*) OVER ())::int AS total FROM (${rowSql} WHERE a.status = 'awaiting' AND a.subject::text = ANY($2)) w
		 ORDER BY w."hasOwnSeat" OR w.subject::text <> ALL($3), w."requestedAt", w.id LIMIT $4`,
		[req.user?.id ?? null, subjects, subjects.filter((subject) => mayApprove(role, subject)), limit],
	);
	return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => viewOf(row, role)) };
}

function viewOf({ places, needed, ...row }: Row, role: VendorRole): ApprovalView {
	return {
		...row,
		seats: places.slice(0, needed),
		boundTo: describeBinding(row),
		isYours: row.status === "awaiting" && !row.hasOwnSeat && mayApprove(role, row.subject),
	};
}

type Bound = Pick<Row, "subject" | "status" | "amount" | "currency">;

/** Carried out once it is approved: from then on no change of the invoice takes it back. */
const carriedOut: ReadonlySet<ApprovalSubject> = new Set([
	"manual_payment",
	"manual_refund",
	"held_release",
	"amendment",
]);

function describeBinding({ subject, status, amount, currency }: Bound): string {
	const money = amount === null || !currency ? "these terms" : formatMoney(amount, currency);
	if (status === "approved" && carriedOut.has(subject)) return `Approved for ${money}, and carried out.`;
	return subject === "opening_change"
		? `Bound to ${money} less than was agreed. Another change withdraws it.`
		: `Bound to ${money}. A change of amount, currency or onboarding withdraws it.`;
}
