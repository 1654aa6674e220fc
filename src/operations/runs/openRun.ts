import type { PayloadRequest } from "payload";
import { steps } from "@/provisioning/steps";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { recordAutomation } from "../audit/recordAutomation";
import { announceChange } from "../live/announceChange";

const titles = Object.fromEntries(Object.entries(steps).map(([name, { title }]) => [name, title]));

/**
 * Opens the run of an onboarding with a ledger row for each automation of its plan, and wakes a worker at the commit.
 * Of any number of callers at once one opens it: the database holds one run that is not undone for each onboarding.
 * The caller has found the gate open.
 *
 * @returns the run's id, or null when there is a run already
 */
export async function openRun(input: {
	req: PayloadRequest;
	onboardingId: string;
	why: string;
}): Promise<string | null> {
	const { req, onboardingId } = input;
	const sql = await sqlOf(req);
	const [run] = await sql<{ id: string; casinoId: string; playbook: string }>(
		`INSERT INTO provisioning_runs (onboarding_id, casino_id, status, playbook, created_at, updated_at)
		 SELECT o.id, o.casino_id, 'queued', p.key || '@' || o.playbook_version, now(), now()
		 FROM onboardings o JOIN playbooks p ON p.id = o.playbook_id WHERE o.id = $1::uuid
		 ON CONFLICT (onboarding_id) WHERE status <> 'undone' DO NOTHING
		 RETURNING id, casino_id AS "casinoId", playbook`,
		[onboardingId],
	);
	if (!run) return null;
	await sql(
		`INSERT INTO provisioning_steps (run_id, casino_id, step, title, position, status, attempts, created_at, updated_at)
		 SELECT $1::uuid, i.casino_id, i.automation, coalesce($3::jsonb ->> i.automation, i.title),
			row_number() OVER (ORDER BY i.position), 'pending', 0, now(), now()
		 FROM checklist_items i
		 WHERE i.onboarding_id = $2::uuid AND i.automation IS NOT NULL AND i.status <> 'not_needed' AND i.retired_at IS NULL`,
		[run.id, onboardingId, JSON.stringify(titles)],
	);
	await sql("UPDATE onboardings SET gate_opened_at = coalesce(gate_opened_at, now()) WHERE id = $1::uuid", [
		onboardingId,
	]);
	await recordAutomation({
		req,
		action: "run.opened",
		collection: "provisioning-runs",
		document: run.id,
		casino: run.casinoId,
		after: { onboarding: onboardingId, playbook: run.playbook },
		reason: input.why,
	});
	await enqueue({ sql, queue: "provisionRun", data: { runId: run.id } });
	await announceChange({ sql, onboardingId });
	return run.id;
}
