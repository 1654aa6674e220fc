import type { PayloadRequest } from "payload";
import { type PhaseStatus, phaseTransitions } from "@/domain/playbook/phaseStatus";
import { assertTransition } from "@/domain/transition";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { requireProved } from "../users/requireProved";
import { reviewPlan } from "./reviewPlan";

type Found = {
	id: string;
	casinoId: string;
	name: string;
	status: PhaseStatus;
	unmet: string[];
	/** Of the definition of done, where no other phase is open. */
	missing: string[];
};

/**
 * Closes the active phase of an onboarding when each of its exit criteria holds or is waived; other items that are still open
 * go on beside the next phase. With the last one the onboarding is completed, which takes its definition of done. In the
 * caller's transaction. Closing a closed one answers the same.
 *
 * @throws AddressNotProved; Conflict naming the criteria that do not hold, or the lines of the definition of done; TransitionRefused for a phase that has not begun
 */
export async function closePhase(input: {
	req: PayloadRequest;
	onboardingId: string;
	phase: string;
}): Promise<{ status: "closed" }> {
	const { req, onboardingId, phase } = input;
	const { isProved } = await requireProved(req);
	const sql = await sqlOf(req);
	// What holds by now without anybody having looked holds for this too.
	await reviewPlan({ req, onboardingId });
	const [found] = await sql<Found>(
		`SELECT l.id, l.casino_id AS "casinoId", l.name, l.status,
			CASE WHEN NOT EXISTS (SELECT 1 FROM checklists n WHERE n.onboarding_id = l.onboarding_id AND n.id <> l.id AND n.status <> 'closed')
				THEN ARRAY(SELECT d.each ->> 'line' FROM onboardings o, jsonb_array_elements(o.definition_of_done) WITH ORDINALITY AS d(each, place)
					WHERE o.id = l.onboarding_id AND NOT (d.each ->> 'done')::boolean ORDER BY d.place) ELSE '{}' END AS "missing",
			ARRAY(SELECT i.title FROM checklist_items i WHERE i.checklist_id = l.id AND i.kind = 'exit_criterion'
				AND i.status IN ('open', 'in_progress') AND i.retired_at IS NULL ORDER BY i.position) AS unmet
		 FROM checklists l WHERE l.onboarding_id = $1::uuid AND l.phase = $2`,
		[onboardingId, phase],
	);
	if (!found) throw new NotFound("phase");
	if (found.status === "closed") return { status: "closed" };
	assertTransition({ noun: "phase", table: phaseTransitions, from: found.status, to: "closed" });
	if (found.unmet.length > 0) {
		throw new Conflict(
			`“${found.name}” does not close yet. Meet or waive: ${found.unmet.join("; ")}.`,
			"criteria_unmet",
		);
	}
	if (found.missing.length > 0) {
		throw new Conflict(
			`With “${found.name}” the onboarding is completed, and its definition of done is not met: ${found.missing.join("; ")}.`,
			"definition_of_done_unmet",
		);
	}
	await sql(
		`UPDATE checklists SET status = 'closed', closed_at = now(), closed_by_id = $2::uuid, is_closer_unproved = $3, updated_at = now()
		 WHERE id = $1::uuid`,
		[found.id, req.user?.id ?? null, !isProved],
	);
	await sql("UPDATE onboardings SET reopened_at = NULL WHERE id = $1::uuid AND reopened_at IS NOT NULL", [
		onboardingId,
	]);
	await recordAutomation({
		req,
		action: "phase.closed",
		collection: slug.checklists,
		document: found.id,
		casino: found.casinoId,
		before: { status: found.status },
		after: { status: "closed", phase },
		reason: null,
	});
	await reviewPlan({ req, onboardingId });
	return { status: "closed" };
}
