import type { PayloadRequest } from "payload";
import type { PlanChangePacket } from "@/domain/decisions/packet";
import type { FieldChange } from "@/domain/playbook/comparePlaybooks";
import { itemsOf } from "@/domain/playbook/content";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { type OpenedPacket, openPacket } from "../decisions/openPacket";
import { writeDecision } from "../decisions/writeDecision";
import { previewUpgrade, type Upgrade } from "./previewUpgrade";

/**
 * Binds a running onboarding to another version of its playbook, as reviewed: what is open follows the new words, what is
 * done stays with its evidence. In the caller's transaction; leaves a decision with the difference, frozen.
 *
 * @param input.seen what `previewUpgrade` called the difference that the person has looked at
 * @throws NotFound; Forbidden to whoever is no person; Conflict when something changed since they looked, when it is over,
 * or when an exit criterion that is not met would go or change: that takes two persons, and is what a waiver is for
 * @returns the version it follows now, and the decision that says what was done
 */
export async function applyUpgrade(input: {
	req: PayloadRequest;
	onboardingId: string;
	version: number;
	seen: string;
	reason: string;
}): Promise<{ version: number; decision: string }> {
	const { req, onboardingId, seen, reason } = input;
	const opened = await openPacket({ req, onboardingId, now: new Date() });
	const upgrade = await previewUpgrade(input);
	if (upgrade.seen !== seen) {
		throw new Conflict("Something changed since you looked. Review the difference again.", "difference_changed");
	}
	if (upgrade.atStake.length > 0) {
		const titles = upgrade.atStake.map(({ title }) => `“${title}”`).join(", ");
		throw new Conflict(
			`Version ${upgrade.to} drops or changes what this onboarding has not met yet. Meet it or have it waived first: ${titles}.`,
			"criteria_at_stake",
		);
	}
	await writePhases(req, upgrade);
	await writeItems(req, upgrade);
	await settlePhases(req, upgrade);
	const sql = await sqlOf(req);
	await sql("UPDATE onboardings SET playbook_version = $2, updated_at = now() WHERE id = $1::uuid", [
		onboardingId,
		upgrade.to,
	]);
	const decision = await recordDecision({ req, opened, upgrade, reason });
	return { version: upgrade.to, decision };
}

async function writePhases(req: PayloadRequest, { onboarding, release }: Upgrade): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`INSERT INTO checklists (casino_id, onboarding_id, phase, name, goal, position, status, created_at, updated_at)
		 SELECT $2::uuid, $1::uuid, p.phase ->> 'key', p.phase ->> 'name', p.phase ->> 'goal', p.place, 'waiting', now(), now()
		 FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS p(phase, place)
		 ON CONFLICT (onboarding_id, phase) DO UPDATE SET name = excluded.name, goal = excluded.goal, position = excluded.position, updated_at = now()`,
		[onboarding.id, onboarding.casinoId, JSON.stringify(release.content.phases)],
	);
}

/** One statement writes what is new or changed, one takes away what nobody did, one retires what was done. */
async function writeItems(req: PayloadRequest, { onboarding, release, plan }: Upgrade): Promise<void> {
	const sql = await sqlOf(req);
	const rewritten = new Set([...plan.added, ...plan.changed].map(({ item }) => item.key));
	const rows = itemsOf(release.content).map(({ item, phase, position }) => ({
		...item,
		responsible: item.raci.responsible,
		rule: {
			due: item.due,
			after: item.after,
			condition: item.condition,
			choices: item.choices,
			raci: item.raci,
			isTimed: item.isTimed,
		},
		phase: phase.key,
		position: position + 1,
		isRewritten: rewritten.has(item.key),
	}));
	await sql(
		`INSERT INTO checklist_items AS i (
			casino_id, onboarding_id, checklist_id, phase, position, key, title, guidance, kind, owner, visible_to_customer,
			responsible, evidence, automation, criterion, rule, status, created_at, updated_at
		 )
		 SELECT l.casino_id, l.onboarding_id, l.id, n.phase, n.position, n.key, n.title, n.guidance, n.kind::enum_checklist_items_kind,
			n.owner::enum_checklist_items_owner, n."isVisibleToCustomer", n.responsible, n.evidence::enum_checklist_items_evidence,
			n.automation, n.criterion, n.rule, 'open', now(), now()
		 FROM jsonb_to_recordset($2::jsonb) AS n(key text, phase text, position int, title text, guidance text, kind text, owner text,
			"isVisibleToCustomer" boolean, responsible text, evidence text, automation text, criterion text, rule jsonb, "isRewritten" boolean)
		 JOIN checklists l ON l.onboarding_id = $1::uuid AND l.phase = n.phase
		 ON CONFLICT (onboarding_id, key) DO UPDATE SET
			checklist_id = excluded.checklist_id, phase = excluded.phase, position = excluded.position, retired_at = NULL,
			title = CASE WHEN i.key = ANY($3::text[]) THEN excluded.title ELSE i.title END,
			guidance = CASE WHEN i.key = ANY($3::text[]) THEN excluded.guidance ELSE i.guidance END,
			kind = CASE WHEN i.key = ANY($3::text[]) THEN excluded.kind ELSE i.kind END,
			owner = CASE WHEN i.key = ANY($3::text[]) THEN excluded.owner ELSE i.owner END,
			visible_to_customer = CASE WHEN i.key = ANY($3::text[]) THEN excluded.visible_to_customer ELSE i.visible_to_customer END,
			responsible = CASE WHEN i.key = ANY($3::text[]) THEN excluded.responsible ELSE i.responsible END,
			evidence = CASE WHEN i.key = ANY($3::text[]) THEN excluded.evidence ELSE i.evidence END,
			automation = CASE WHEN i.key = ANY($3::text[]) THEN excluded.automation ELSE i.automation END,
			criterion = CASE WHEN i.key = ANY($3::text[]) THEN excluded.criterion ELSE i.criterion END,
			rule = CASE WHEN i.key = ANY($3::text[]) THEN excluded.rule ELSE i.rule END,
			updated_at = now()`,
		[onboarding.id, JSON.stringify(rows), [...rewritten]],
	);
	await sql("DELETE FROM checklist_items WHERE onboarding_id = $1::uuid AND key = ANY($2::text[])", [
		onboarding.id,
		plan.removed.map(({ key }) => key),
	]);
	await sql(
		"UPDATE checklist_items SET retired_at = now(), updated_at = now() WHERE onboarding_id = $1::uuid AND key = ANY($2::text[])",
		[onboarding.id, plan.retired.map(({ key }) => key)],
	);
}

/** A closed phase into which something to do has come opens again; one that the version no longer has goes, or is over for what was done in it. */
async function settlePhases(req: PayloadRequest, { onboarding, release, plan }: Upgrade): Promise<void> {
	const sql = await sqlOf(req);
	const come = [...plan.added, ...plan.changed.filter(({ fields }) => hasComeIn(fields))].map(({ item }) => item.key);
	const keys = release.content.phases.map(({ key }) => key);
	await sql(
		`UPDATE checklists l SET status = 'active', closed_at = NULL, closed_by_id = NULL, updated_at = now()
		 WHERE l.onboarding_id = $1::uuid AND l.status = 'closed' AND EXISTS (SELECT 1 FROM checklist_items i
			WHERE i.checklist_id = l.id AND i.status IN ('open', 'in_progress') AND i.key = ANY($2::text[]))`,
		[onboarding.id, come],
	);
	await sql(
		`DELETE FROM checklists l WHERE l.onboarding_id = $1::uuid AND l.phase <> ALL($2::text[])
			AND NOT EXISTS (SELECT 1 FROM checklist_items i WHERE i.checklist_id = l.id)`,
		[onboarding.id, keys],
	);
	await sql(
		`UPDATE checklists SET status = 'closed', closed_at = coalesce(closed_at, now()), position = position + 1000, updated_at = now()
		 WHERE onboarding_id = $1::uuid AND phase <> ALL($2::text[]) AND status <> 'closed'`,
		[onboarding.id, keys],
	);
}

/** From another phase, from what neither version knew, or as another kind: a phase may wait for it that did not before. */
const hasComeIn = (fields: readonly FieldChange[]) =>
	fields.length === 0 || fields.some(({ field }) => field === "phase" || field === "kind");

/** Also reviews the plan: writing a decision does. */
async function recordDecision(input: {
	req: PayloadRequest;
	opened: OpenedPacket;
	upgrade: Upgrade;
	reason: string;
}): Promise<string> {
	const { req, opened, upgrade, reason } = input;
	const { frame, sender } = opened;
	const { from, to, said } = upgrade;
	const act = { by: sender, at: frame.asOf, reason };
	const packet: PlanChangePacket = {
		...frame,
		kind: "plan_change",
		asked: act,
		decided: { ...act, outcome: "approved" },
		from,
		to,
		difference: said,
	};
	const values = { title: `Version ${to} of the playbook instead of ${from}`, status: "approved" } as const;
	const { id } = await writeDecision({ req, packet, values });
	return id;
}
