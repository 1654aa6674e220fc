import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { notifyVendor } from "../messages/notifyVendor";
import { raiseRisk } from "../risks/raiseRisk";

/** A step gave up: a risk with the cause, and mail to the administrators. In the transaction that failed it. */
export async function reportFailedRun(input: {
	req: PayloadRequest;
	runId: string;
	stepId: string;
	cause: string;
}): Promise<void> {
	const { req, runId, stepId, cause } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<{
		title: string;
		casinoId: string;
		casinoName: string;
		onboardingId: string;
		attempts: string;
	}>(
		`SELECT s.title, s.attempts, c.id AS "casinoId", c.name AS "casinoName", r.onboarding_id AS "onboardingId"
		 FROM provisioning_steps s JOIN provisioning_runs r ON r.id = s.run_id JOIN casinos c ON c.id = r.casino_id
		 WHERE s.id = $1::uuid`,
		[stepId],
	);
	if (!row) return;
	await raiseRisk({
		req,
		key: `run-failed:${runId}`,
		kind: "run_failed",
		severity: "high",
		title: `${row.casinoName}: “${row.title}” failed`,
		detail: `${cause} Mend the cause, then retry the run from the failed step, skip the step with a reason, or undo the run.`,
		casinoId: row.casinoId,
		onboardingId: row.onboardingId,
		runId,
	});
	await notifyVendor({
		req,
		roles: ["admin"],
		key: `run-failed:${stepId}:${row.attempts}`,
		template: "run_failed",
		casinoId: row.casinoId,
		data: {
			casinoName: row.casinoName,
			step: row.title,
			cause,
			attempts: Number(row.attempts),
			runUrl: `${env().SERVER_URL}/admin/collections/onboardings/${row.onboardingId}`,
		},
	});
}
