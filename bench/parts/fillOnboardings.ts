import type { Client } from "pg";
import { benchPlaybook } from "./benchPlaybook";

const PLAYBOOKS = ["alpha", "beta", "gamma"];
const MANAGERS = 12;

/**
 * Onboardings of 80 items as some years of business leave them: most of them open and spread over the phases, some on hold,
 * completed or cancelled, two waits each, a part of the items given to a person. By SQL, the same in every database, from one
 * number to another: what is there may be added to.
 */
export async function fillOnboardings(input: { database: Client; from: number; to: number }): Promise<void> {
	const { database, from, to } = input;
	const playbooks = PLAYBOOKS.map(benchPlaybook);
	await database.query(idSql);
	await database.query(
		`INSERT INTO playbooks (id, name, key, latest_version, go_live_phase, summary, _status)
		 SELECT bench_id('playbook' || key), name, key, 1, 'four', 'For the bench.', 'published' FROM jsonb_to_recordset($1::jsonb) AS p(key text, name text) ON CONFLICT DO NOTHING`,
		[JSON.stringify(playbooks)],
	);
	await database.query(
		`INSERT INTO playbook_versions (title, playbook_id, version, hash, content)
		 SELECT content ->> 'name', bench_id('playbook' || (content ->> 'key')), 1, md5(content::text), content FROM jsonb_array_elements($1::jsonb) AS content ON CONFLICT DO NOTHING`,
		[JSON.stringify(playbooks)],
	);
	await database.query(
		`INSERT INTO users (id, name, email, vendor_role) SELECT bench_id('manager' || n), 'Manager ' || n, 'manager-' || n || '@bench.example', 'manager'
		 FROM generate_series(0, ${MANAGERS - 1}) AS n ON CONFLICT DO NOTHING`,
	);
	await database.query(
		`INSERT INTO casinos (id, name, slug, timezone)
		 SELECT bench_id('customer' || n), 'Customer ' || n, 'customer-' || n, 'Europe/Malta' FROM generate_series($1::int, $2::int) AS n`,
		[from, to],
	);
	for (const statement of [onboardingsSql, checklistsSql, itemsSql, waitsSql])
		await database.query(statement, [from, to]);
	await database.query("VACUUM ANALYZE");
}

/** An id for a name. A random one (version 4) by its form: by any other Payload finds nothing. */
const idSql = `CREATE OR REPLACE FUNCTION bench_id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
	SELECT overlay(overlay(md5(name) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$`;

/** Phase 1 to 5 that number n is in; what is completed is past the last. */
const phaseOf = "(CASE WHEN n % 20 < 4 THEN 6 ELSE 1 + n / 7 % 5 END)";

const onboardingsSql = `
	INSERT INTO onboardings (id, title, casino_id, status, health, health_reasons, playbook_id, playbook_version, manager_id, phase,
		operations_lead_name, operations_lead_email, admin_contact_name, admin_contact_email,
		go_live_at, forecast_go_live_at, went_live_at, completed_at, gate_opened_at, created_at, updated_at)
	SELECT bench_id('onboarding' || n), 'Customer ' || n, bench_id('customer' || n),
		(CASE n % 20 WHEN 0 THEN 'completed' WHEN 1 THEN 'completed' WHEN 2 THEN 'completed' WHEN 3 THEN 'completed' WHEN 4 THEN 'cancelled' WHEN 5 THEN 'on_hold' ELSE 'open' END)::enum_onboardings_status,
		(CASE n % 10 WHEN 7 THEN 'red' WHEN 8 THEN 'yellow' WHEN 9 THEN 'yellow' ELSE 'green' END)::enum_onboardings_health,
		CASE WHEN n % 10 >= 7 THEN jsonb_build_array(jsonb_build_object('rule', 'our_items_overdue', 'level', 'yellow', 'value', '3 days',
			'says', 'Three of our items are overdue, the oldest by twelve days.', 'since', at, 'record', NULL)) ELSE '[]' END,
		bench_id('playbook' || (ARRAY['alpha', 'beta', 'gamma'])[1 + n % 3]), 1, bench_id('manager' || n % ${MANAGERS}),
		(ARRAY['one', 'two', 'three', 'four', 'five', 'five'])[${phaseOf}],
		'Lead ' || n % 400, 'lead-' || n % 400 || '@bench.example', 'Admin ' || n, 'admin-' || n || '@bench.example',
		at + interval '60 days', at + (50 + n % 25) * interval '1 day', CASE WHEN ${phaseOf} > 4 THEN at + (50 + n % 25) * interval '1 day' END,
		CASE WHEN ${phaseOf} = 6 THEN at + interval '90 days' END, CASE WHEN ${phaseOf} > 1 THEN at + interval '9 days' END, at, at
	FROM generate_series($1::int, $2::int) AS n,
		LATERAL (SELECT date_trunc('hour', now()) - (n * 7919 % 700) * interval '1 day' AS at) AS t`;

const checklistsSql = `
	INSERT INTO checklists (id, casino_id, onboarding_id, phase, name, goal, position, status, started_at, closed_at)
	SELECT bench_id('checklist' || n || '.' || p.place), o.casino_id, o.id, p.phase ->> 'key', p.phase ->> 'name', p.phase ->> 'goal', p.place,
		(CASE WHEN p.place < ${phaseOf} THEN 'closed' WHEN p.place = ${phaseOf} THEN 'active' ELSE 'waiting' END)::enum_checklists_status,
		CASE WHEN p.place <= ${phaseOf} THEN o.created_at + (p.place - 1) * interval '12 days' END,
		CASE WHEN p.place < ${phaseOf} THEN o.created_at + p.place * interval '12 days' END
	FROM generate_series($1::int, $2::int) AS n JOIN onboardings o ON o.id = bench_id('onboarding' || n)
	JOIN playbook_versions v ON v.playbook_id = o.playbook_id, jsonb_array_elements(v.content -> 'phases') WITH ORDINALITY AS p(phase, place)`;

const itemsSql = `
	WITH template AS MATERIALIZED (
		SELECT v.playbook_id, p.place AS phase, i.place, p.phase ->> 'key' AS phase_key, i.item ->> 'key' AS key, i.item ->> 'title' AS title,
			(i.item ->> 'kind')::enum_checklist_items_kind AS kind, (i.item ->> 'owner')::enum_checklist_items_owner AS owner,
			(i.item ->> 'isVisibleToCustomer')::boolean AS visible, i.item -> 'raci' ->> 'responsible' AS responsible,
			(i.item ->> 'evidence')::enum_checklist_items_evidence AS evidence,
			jsonb_build_object('due', i.item -> 'due', 'after', i.item -> 'after', 'condition', i.item -> 'condition',
				'choices', i.item -> 'choices', 'raci', i.item -> 'raci') AS rule
		FROM playbook_versions v, jsonb_array_elements(v.content -> 'phases') WITH ORDINALITY AS p(phase, place),
			jsonb_array_elements(p.phase -> 'items') WITH ORDINALITY AS i(item, place)
	), placed AS MATERIALIZED (
		SELECT o.id, o.casino_id, o.playbook_id, o.created_at, o.manager_id, n, ${phaseOf} AS current
		FROM generate_series($1::int, $2::int) AS n JOIN onboardings o ON o.id = bench_id('onboarding' || n)
	)
	INSERT INTO checklist_items (casino_id, onboarding_id, checklist_id, title, key, phase, position, kind, owner, visible_to_customer,
		responsible, evidence, rule, status, assignee_id, due_at, forecast_at, done_at, created_at, updated_at)
	SELECT o.casino_id, o.id, bench_id('checklist' || o.n || '.' || t.phase), t.title, t.key, t.phase_key, (t.phase - 1) * 16 + t.place, t.kind,
		t.owner, t.visible, t.responsible, t.evidence, t.rule,
		(CASE WHEN t.phase < o.current OR (t.phase = o.current AND t.place <= o.n % 12) THEN 'done' ELSE 'open' END)::enum_checklist_items_status,
		CASE WHEN (o.n + t.place) % 5 = 0 AND t.owner = 'vendor' THEN o.manager_id END,
		due.at, due.at, CASE WHEN t.phase < o.current OR (t.phase = o.current AND t.place <= o.n % 12) THEN due.at END, o.created_at, due.at
	FROM placed o JOIN template t ON t.playbook_id = o.playbook_id,
		LATERAL (SELECT o.created_at + ((t.phase - 1) * 16 + t.place) * interval '1 day' AS at) AS due
	ORDER BY o.n, t.phase, t.place`;

const waitsSql = `
	INSERT INTO waits (casino_id, onboarding_id, "on", what, since, until)
	SELECT o.casino_id, o.id, w.whom::enum_waits_on, 'What was asked for', o.created_at + w.after * interval '1 day',
		CASE WHEN n % 3 = 0 AND w.after = 30 THEN NULL ELSE o.created_at + (w.after + 5) * interval '1 day' END
	FROM generate_series($1::int, $2::int) AS n JOIN onboardings o ON o.id = bench_id('onboarding' || n),
		(VALUES ('customer', 12), ('third_party', 30)) AS w(whom, after)`;
