import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import type { EventOutcome } from "@/domain/settlement/paymentFact";
import type { EventRow } from "@/inbox/eventRow";
import { sqlOf } from "@/queue/sqlOf";
import { closeReleases } from "../approvals/closeApproval";
import { resolveRisk } from "../risks/resolveRisk";

export type Decided = { row: EventRow; outcome: EventOutcome };

export const heldRiskKey = (eventRowId: string) => `payment-held:${eventRowId}`;

/**
 * Writes what became of events, and only where it changed, with an audit line each. What was held and is settled now
 * is no risk any more, and its release waits for nobody.
 *
 * @returns the events whose outcome changed
 */
export async function writeOutcomes(input: {
	req: PayloadRequest;
	rows: readonly EventRow[];
	outcomes: ReadonlyMap<string, EventOutcome>;
}): Promise<Decided[]> {
	const { req, rows, outcomes } = input;
	const sql = await sqlOf(req);
	const changed = rows.flatMap((row): Decided[] => {
		const outcome = outcomes.get(row.eventId);
		if (!outcome) return [];
		const holdReason = outcome.status === "held" ? outcome.holdReason : null;
		const isSame = row.status === outcome.status && row.holdReason === holdReason && row.explanation === outcome.why;
		return isSame ? [] : [{ row, outcome }];
	});
	if (changed.length === 0) return [];
	await sql(
		`UPDATE payment_events e SET status = n.status::enum_payment_events_status, explanation = n.why,
			hold_reason = n.hold_reason::enum_payment_events_hold_reason,
			settled_at = CASE WHEN n.status = 'settled' THEN coalesce(e.settled_at, now()) END, updated_at = now()
		 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS n(id, status, hold_reason, why) WHERE e.id = n.id`,
		[
			changed.map(({ row }) => row.id),
			changed.map(({ outcome }) => outcome.status),
			changed.map(({ outcome }) => (outcome.status === "held" ? outcome.holdReason : null)),
			changed.map(({ outcome }) => outcome.why),
		],
	);
	await appendAudit({
		sql,
		entries: changed.map(({ row, outcome }) => ({
			actor: row.resolvedBy ? `user:${row.resolvedBy}` : "system:settlement",
			action: `payment_event.${outcome.status}`,
			collection: "payment-events",
			document: row.id,
			casino: row.casinoId,
			before: { status: row.status },
			after: {
				status: outcome.status,
				...(outcome.status === "held" ? { holdReason: outcome.holdReason } : {}),
				type: row.type,
				event: row.eventId,
			},
			reason: outcome.why,
		})),
	});
	const decided = changed.filter(({ row, outcome }) => row.status === "held" && outcome.status !== "held");
	if (decided.length > 0) {
		const paymentEventIds = decided.map(({ row }) => row.id);
		await closeReleases({ req, paymentEventIds, because: "The payment is not held any more." });
	}
	for (const { row, outcome } of changed) {
		if ((row.status === "held" || row.status === "failed") && outcome.status !== "held") {
			await resolveRisk({ req, key: heldRiskKey(row.id), resolution: outcome.why });
		}
	}
	return changed;
}
