import { isDeepStrictEqual } from "node:util";
import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import type { AdvancedPlan } from "@/domain/playbook/advancePlan";
import type { PlanItem, PlanPhase, PlanState } from "@/domain/playbook/planState";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { announceHealth } from "./announceHealth";

/** Writes what a review found to be different, at most one statement for each table, with a line in the record for each change of a status. @returns whether anything was */
export async function writePlan(input: {
	req: PayloadRequest;
	state: PlanState;
	plan: AdvancedPlan;
}): Promise<boolean> {
	const { req, state, plan } = input;
	const items = changedRows(state.items, plan.items);
	const phases = changedRows(state.phases, plan.phases);
	const isOnboardingNew = Object.entries(plan.onboarding).some(
		([name, value]) =>
			name !== "completedAt" && !isDeepStrictEqual(value, state.onboarding[name as keyof PlanState["onboarding"]]),
	);
	if (items.length > 0)
		await writeItems(
			req,
			items.map(({ after }) => after),
		);
	if (phases.length > 0)
		await writePhases(
			req,
			phases.map(({ after }) => after),
		);
	if (isOnboardingNew) await writeOnboarding(req, state.onboarding.id, plan.onboarding);
	await recordMoves({ req, state, plan, items, phases });
	await announceHealth({ req, state, plan });
	return items.length > 0 || phases.length > 0 || isOnboardingNew;
}

type Change<Row> = { before: Row; after: Row };

function changedRows<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Change<Row>[] {
	const was = new Map(before.map((row) => [row.id, row]));
	return after.flatMap((row) => {
		const old = was.get(row.id);
		return old && !isDeepStrictEqual(old, row) ? [{ before: old, after: row }] : [];
	});
}

async function writeItems(req: PayloadRequest, items: PlanItem[]): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`UPDATE checklist_items i SET status = n.status::enum_checklist_items_status, says = n.says, found_in = n."foundIn",
			due_at = n."dueAt", forecast_at = n."forecastAt", done_at = n."doneAt", updated_at = now()
		 FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, status text, says text, "foundIn" jsonb, "dueAt" timestamptz, "forecastAt" timestamptz, "doneAt" timestamptz)
		 WHERE i.id = n.id`,
		[JSON.stringify(items)],
	);
}

async function writePhases(req: PayloadRequest, phases: PlanPhase[]): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`UPDATE checklists l SET status = n.status::enum_checklists_status, started_at = n."startedAt", closed_at = n."closedAt", updated_at = now()
		 FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, status text, "startedAt" timestamptz, "closedAt" timestamptz)
		 WHERE l.id = n.id`,
		[JSON.stringify(phases)],
	);
}

async function writeOnboarding(req: PayloadRequest, id: string, next: AdvancedPlan["onboarding"]): Promise<void> {
	const sql = await sqlOf(req);
	await sql(
		`UPDATE onboardings SET status = $2::enum_onboardings_status, phase = $3, forecast_go_live_at = $4::timestamptz, forecast_because = $5,
			health_acknowledged_at = CASE WHEN health::text = $6 THEN health_acknowledged_at END,
			health = $6::enum_onboardings_health, health_reasons = $7::jsonb, health_since = $8::timestamptz,
			completed_at = coalesce($9::timestamptz, completed_at), updated_at = now()
		 WHERE id = $1::uuid`,
		[
			id,
			next.status,
			next.phase,
			next.forecastGoLiveAt,
			next.forecastBecause,
			next.health,
			JSON.stringify(next.healthReasons),
			next.healthSince,
			next.completedAt,
		],
	);
}

async function recordMoves(input: {
	req: PayloadRequest;
	state: PlanState;
	plan: AdvancedPlan;
	items: Change<PlanItem>[];
	phases: Change<PlanPhase>[];
}): Promise<void> {
	const { req, state, plan, items, phases } = input;
	const { id, casinoId, status, health } = state.onboarding;
	const entry = (collection: string, document: string, action: string, before: object, after: object) => ({
		actor: auditActorOf(req),
		action,
		collection,
		document,
		casino: casinoId,
		before,
		after,
		reason: "computed from records",
	});
	const moves = [
		...items
			.filter(({ before, after }) => before.status !== after.status)
			.map(({ before, after }) =>
				entry(
					slug.checklistItems,
					after.id,
					`item.${after.status}`,
					{ status: before.status },
					{ status: after.status, says: after.says },
				),
			),
		...phases
			.filter(({ before, after }) => before.status !== after.status)
			.map(({ before, after }) =>
				entry(slug.checklists, after.id, `phase.${after.status}`, { status: before.status }, { status: after.status }),
			),
	];
	if (status !== plan.onboarding.status || health !== plan.onboarding.health) {
		const { status: nextStatus, health: nextHealth, healthReasons } = plan.onboarding;
		moves.push(
			entry(
				slug.onboardings,
				id,
				"plan.reviewed",
				{ status, health },
				{ status: nextStatus, health: nextHealth, reasons: healthReasons.map(({ rule, says }) => `${rule}: ${says}`) },
			),
		);
	}
	if (moves.length > 0) await appendAudit({ sql: await sqlOf(req), entries: moves });
}
