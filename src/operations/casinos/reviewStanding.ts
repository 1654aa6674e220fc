import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { type CasinoStanding, type InvoiceSums, standingOf } from "@/domain/casinoStanding";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { creditedSql, keptSql } from "../payments/writePayments";

/** Provisioning began with the invoice `i`, though it was never paid: a run stands on it, and on no other. */
export const carriesRunSql = `(i.opens_gate
	AND EXISTS (SELECT 1 FROM provisioning_runs r WHERE r.onboarding_id = i.onboarding_id AND r.status <> 'undone')
	AND NOT EXISTS (SELECT 1 FROM invoices o WHERE o.onboarding_id = i.onboarding_id AND o.opens_gate AND o.status = 'paid'))`;

/**
 * What each invoice of the casino $1 comes to, less what was credited on it, the oldest first. A withdrawn one counts where it was
 * paid before, or a run stands on it alone.
 */
const moneySql = `SELECT i.status, (i.amount_due - ${creditedSql})::float8 AS "amountDue", i.currency,
		CASE WHEN i.opens_gate THEN i.onboarding_id END AS opens,
		extract(epoch FROM i.created_at)::float8 AS "writtenAt", extract(epoch FROM p.first)::float8 AS "paymentAt",
		coalesce(p.kept, 0)::float8 AS kept, coalesce(p.refunded, 0)::float8 AS refunded,
		coalesce(p.disputed, 0)::float8 AS disputed, coalesce(p.lost, 0)::float8 AS lost,
		i.payment_failed_at IS NOT NULL AND i.status IN ('draft', 'open', 'uncollectible') AS "isFailing",
		i.status = 'void' AND (coalesce(i.reversals @> '[{"kind": "voided"}]', false) OR coalesce(${carriesRunSql}, false)) AS "isWithdrawn"
	FROM invoices i
	LEFT JOIN LATERAL (
		SELECT min(p.created_at) AS first, sum(${keptSql}) AS kept, sum(p.refunded) AS refunded, sum(p.disputed) AS disputed, sum(p.lost) AS lost
		FROM payments p WHERE p.invoice_id = i.id
	) p ON true
	WHERE i.casino_id = $1::uuid ORDER BY i.created_at, i.id`;

/** Brings a casino's payment standing to what its invoices and their payments say now. Its one writer. */
export async function reviewStanding({ req, casinoId }: { req: PayloadRequest; casinoId: string }): Promise<void> {
	const sql = await sqlOf(req);
	const [casino] = await sql<{ standing: CasinoStanding | null }>(
		"SELECT payment_standing AS standing FROM casinos WHERE id = $1::uuid FOR NO KEY UPDATE",
		[casinoId],
	);
	if (!casino) return;
	// Read after the lock: of two invoices settled at once, the second sees what the first came to.
	const paymentStanding = standingOf(await sql<InvoiceSums>(moneySql, [casinoId]));
	if (paymentStanding === (casino.standing ?? "good")) return;
	await req.payload.update({
		collection: slug.casinos,
		id: casinoId,
		data: { paymentStanding },
		depth: 0,
		...asSystem(req, "what became of its payments"),
	});
}
