import type { PayloadRequest } from "payload";
import { casinoFloor } from "@/playbooks/casinoFloor";
import { steps } from "@/provisioning/steps";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { recordAutomation } from "../audit/recordAutomation";
import { announceChange } from "../live/announceChange";

/**
 * Opens the run of an onboarding with a ledger row for each automation of its playbook, and wakes a worker at the commit.
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
	const playbook = casinoFloor;
	const [run] = await sql<{ id: string; casinoId: string }>(
		`INSERT INTO provisioning_runs (onboarding_id, casino_id, status, playbook, created_at, updated_at)
		 SELECT o.id, o.casino_id, 'queued', $2, now(), now() FROM onboardings o WHERE o.id = $1::uuid
		 ON CONFLICT (onboarding_id) WHERE status <> 'undone' DO NOTHING
		 RETURNING id, casino_id AS "casinoId"`,
		[onboardingId, `${playbook.key}@${playbook.version}`],
	);
	if (!run) return null;
	await sql(
		`INSERT INTO provisioning_steps (run_id, casino_id, step, title, position, status, attempts, created_at, updated_at)
		 SELECT $1::uuid, $2::uuid, s.step, s.title, s.position, 'pending', 0, now(), now()
		 FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS s(step, title, position)`,
		[run.id, run.casinoId, playbook.automations, playbook.automations.map((name) => steps[name].title)],
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
		after: { onboarding: onboardingId, playbook: playbook.key, version: playbook.version },
		reason: input.why,
	});
	await enqueue({ sql, queue: "provisionRun", data: { runId: run.id } });
	await announceChange({ sql, onboardingId });
	return run.id;
}
