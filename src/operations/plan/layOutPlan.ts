import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Gives an onboarding the phases and items of the version it is pinned to, in the caller's transaction, with one statement
 * however many they are. Rows that are there stay. The caller reviews the plan then, which finds dates and what holds already.
 */
export async function layOutPlan({ req, onboardingId }: { req: PayloadRequest; onboardingId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`WITH onboarding AS (
			SELECT o.id, o.casino_id, v.content -> 'phases' AS phases FROM onboardings o
			JOIN playbook_versions v ON v.playbook_id = o.playbook_id AND v.version = o.playbook_version
			WHERE o.id = $1::uuid
		), lists AS (
			INSERT INTO checklists (casino_id, onboarding_id, phase, name, goal, position, status, created_at, updated_at)
			SELECT o.casino_id, o.id, p.phase ->> 'key', p.phase ->> 'name', p.phase ->> 'goal', p.place, 'waiting', now(), now()
			FROM onboarding o, jsonb_array_elements(o.phases) WITH ORDINALITY AS p(phase, place)
			ON CONFLICT (onboarding_id, phase) DO NOTHING
			RETURNING id, phase, position
		)
		INSERT INTO checklist_items (
			casino_id, onboarding_id, checklist_id, phase, position, key, title, guidance, kind, owner, visible_to_customer,
			responsible, evidence, automation, criterion, rule, status, created_at, updated_at
		)
		SELECT o.casino_id, o.id, l.id, l.phase, row_number() OVER (ORDER BY l.position, i.place),
			i.item ->> 'key', i.item ->> 'title', i.item ->> 'guidance',
			(i.item ->> 'kind')::enum_checklist_items_kind, (i.item ->> 'owner')::enum_checklist_items_owner,
			(i.item ->> 'isVisibleToCustomer')::boolean, i.item -> 'raci' ->> 'responsible',
			(i.item ->> 'evidence')::enum_checklist_items_evidence, i.item ->> 'automation', i.item ->> 'criterion',
			jsonb_build_object('due', i.item -> 'due', 'after', i.item -> 'after', 'condition', i.item -> 'condition',
				'choices', i.item -> 'choices', 'raci', i.item -> 'raci', 'isTimed', i.item -> 'isTimed'),
			'open', now(), now()
		FROM onboarding o, jsonb_array_elements(o.phases) AS p(phase)
		JOIN lists l ON l.phase = p.phase ->> 'key',
		jsonb_array_elements(p.phase -> 'items') WITH ORDINALITY AS i(item, place)`,
		[onboardingId],
	);
}
