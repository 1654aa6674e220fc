import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import { hypercareLabel, hypercareLengthKey, planHypercare } from "@/domain/hypercare";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import type { Review } from "../plan/readReview";

type Written = { id: string; day: number; status: string; dueAt: string; was: string | null };

/**
 * Plans, moves and calls off the check-ins of hypercare, where a plan asks for them. With the onboarding locked, in the
 * caller's transaction; asked again it changes nothing.
 * @returns whether anything changed
 */
export async function followHypercare(input: { req: PayloadRequest; review: Review; now: Date }): Promise<boolean> {
	const { req, review, now } = input;
	const { onboarding, items, timeZone } = review.state;
	const known = review.facts.checkIns.filter(({ kind }) => kind === "hypercare");
	const isAsked = items.some(
		({ criterion }) => criterion === "hypercare_complete" || criterion === "hypercare_planned",
	);
	if (known.length === 0 && !isAsked) return false;
	const length = items.find(({ key, status }) => key === hypercareLengthKey && status === "done")?.choice ?? null;
	const { schedule, cancel } = planHypercare({
		wentLiveAt: onboarding.wentLiveAt,
		timeZone,
		length,
		isOver: onboarding.status === "completed" || onboarding.status === "cancelled",
		known,
		now: now.toISOString(),
	});
	if (schedule.length + cancel.length === 0) return false;
	const sql = await sqlOf(req);
	const rows = schedule.map(({ day, dueAt }) => ({ day, dueAt, label: hypercareLabel(day) }));
	const written = await sql<Written>(
		`WITH old AS (SELECT id, status::text AS was FROM check_ins WHERE onboarding_id = $1::uuid AND kind = 'hypercare'),
		 planned AS (
			INSERT INTO check_ins AS c (casino_id, onboarding_id, kind, label, day, due_at, status, created_at, updated_at)
			SELECT $2::uuid, $1::uuid, 'hypercare', n.label, n.day, n."dueAt", 'scheduled', now(), now()
			FROM jsonb_to_recordset($3::jsonb) AS n(day int, "dueAt" timestamptz, label text)
			ON CONFLICT (onboarding_id, kind, day) DO UPDATE SET due_at = excluded.due_at, updated_at = now(),
				status = CASE WHEN c.status = 'cancelled' THEN 'scheduled' ELSE c.status END
			RETURNING c.id, c.day, c.status::text AS status, c.due_at
		 ), ended AS (
			UPDATE check_ins c SET status = 'cancelled', updated_at = now() WHERE c.id = ANY($4::uuid[])
			RETURNING c.id, c.day, c.status::text AS status, c.due_at
		 )
		 SELECT n.id, n.day::int AS day, n.status, n.due_at AS "dueAt", old.was
		 FROM (SELECT * FROM planned UNION ALL SELECT * FROM ended) n LEFT JOIN old ON old.id = n.id ORDER BY n.day`,
		[onboarding.id, onboarding.casinoId, JSON.stringify(rows), cancel],
	);
	await appendAudit({
		sql,
		entries: written.map(({ id, day, status, dueAt, was }) => ({
			actor: auditActorOf(req),
			action: status === "cancelled" ? "check_in.called_off" : was === status ? "check_in.moved" : "check_in.planned",
			collection: slug.checkIns,
			document: id,
			casino: onboarding.casinoId,
			before: was === null ? null : { status: was },
			after: { status, day, dueAt: new Date(dueAt).toISOString() },
			reason: "hypercare follows the go-live and its length",
		})),
	});
	return true;
}
