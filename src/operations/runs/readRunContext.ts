import { completeWords } from "@/domain/playbook/words";
import { NotFound } from "@/errors";
import type { RunContext } from "@/provisioning/ports";
import type { Sql } from "@/queue/sqlOf";
import { termsInForceSql } from "../contracts/termsInForce";

/** The facts a run works on, in one statement. The order form is the onboarding's newest signed one, or its support contract. */
export async function readRunContext({ sql, runId }: { sql: Sql; runId: string }): Promise<RunContext> {
	const [context] = await sql<RunContext>(
		`SELECT r.id AS "runId", o.id AS "onboardingId",
			json_build_object('id', c.id, 'name', c.name, 'slug', c.slug, 'timezone', c.timezone) AS casino,
			CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS company,
			json_build_object('name', o.admin_contact_name, 'email', o.admin_contact_email) AS "adminContact",
			json_build_object('name', o.operations_lead_name, 'email', o.operations_lead_email) AS "operationsLead",
			json_build_object('id', f.id, 'planId', f.plan_id, 'sites', f.sites, 'seats', f.seats) AS "orderForm",
			coalesce(p.billing_email, i.purchaser_email) AS "financeEmail", v.content -> 'words' AS words,
			EXISTS (SELECT 1 FROM provisioning_steps t WHERE t.run_id = r.id AND t.step = 'schedule_check_ins') AS "hasCheckIns"
		 FROM provisioning_runs r
		 JOIN onboardings o ON o.id = r.onboarding_id
		 JOIN casinos c ON c.id = r.casino_id
		 LEFT JOIN playbook_versions v ON v.playbook_id = o.playbook_id AND v.version = o.playbook_version
		 LEFT JOIN companies p ON p.id = coalesce(o.company_id, c.company_id)
		 LEFT JOIN LATERAL (${termsInForceSql("o.id")}) f ON true
		 LEFT JOIN LATERAL (
			SELECT purchaser_email FROM invoices v WHERE v.onboarding_id = o.id AND v.opens_gate AND v.purchaser_email IS NOT NULL
			ORDER BY v.created_at, v.id LIMIT 1
		 ) i ON true
		 WHERE r.id = $1::uuid`,
		[runId],
	);
	if (!context) throw new NotFound("run");
	return { ...context, words: completeWords(context.words) };
}
