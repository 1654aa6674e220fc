import { isDeepStrictEqual } from "node:util";
import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import type { AdvancedPlan } from "@/domain/playbook/advancePlan";
import type { PlanItem, PlanPhase, PlanState } from "@/domain/playbook/planState";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { requestProductSync } from "../product/requestProductSync";
import { announceHealth } from "./announceHealth";

/** Writes what a review found to be different, with a line in the record for each change of a status. */
export async function writePlan(input: { req: PayloadRequest; state: PlanState; plan: AdvancedPlan }): Promise<void> {
	const { req, state, plan } = input;
	const items = changedRows(state.items, plan.items);
	const phases = changedRows(state.phases, plan.phases);
	const isOnboardingNew = Object.entries(plan.onboarding).some(
		([name, value]) =>
			name !== "completedAt" && !isDeepStrictEqual(value, state.onboarding[name as keyof PlanState["onboarding"]]),
	);
	if (items.length === 0 && phases.length === 0 && !isOnboardingNew) return;
	await write(req, state.onboarding.id, {
		items: items.map(({ after }) => after),
		phases: phases.map(({ after }) => after),
		next: plan.onboarding,
	});
	await recordMoves({ req, state, plan, items, phases });
	await announceHealth({ req, state, plan });
	// A freeze ends with its onboarding, in the product too. By SQL no hook of the collection tells it.
	if (plan.onboarding.status !== state.onboarding.status) {
		await requestProductSync({ req, casinoId: state.onboarding.casinoId });
	}
}

type Change<Row> = { before: Row; after: Row };

function changedRows<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Change<Row>[] {
	const was = new Map(before.map((row) => [row.id, row]));
	return after.flatMap((row) => {
		const old = was.get(row.id);
		return old && !isDeepStrictEqual(old, row) ? [{ before: old, after: row }] : [];
	});
}

/** All three tables in one statement: a plan is written with every tick. */
const writeSql = `
	WITH items AS (
		UPDATE checklist_items i SET status = n.status::enum_checklist_items_status, says = n.says, found_in = n."foundIn",
			due_at = n."dueAt", forecast_at = n."forecastAt", done_at = n."doneAt", choice = n.choice, updated_at = now()
		FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, status text, choice text, says text, "foundIn" jsonb, "dueAt" date, "forecastAt" date, "doneAt" timestamptz)
		WHERE i.id = n.id
	), phases AS (
		UPDATE checklists l SET status = n.status::enum_checklists_status, started_at = n."startedAt", closed_at = n."closedAt", updated_at = now()
		FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, status text, "startedAt" timestamptz, "closedAt" timestamptz)
		WHERE l.id = n.id
	)
	UPDATE onboardings SET status = $4::enum_onboardings_status, phase = $5, forecast_go_live_at = $6::date, forecast_because = $7,
		health_acknowledged_at = CASE WHEN health::text = $8 THEN health_acknowledged_at END,
		health = $8::enum_onboardings_health, health_reasons = $9::jsonb, health_since = $10::timestamptz,
		completed_at = coalesce($11::timestamptz, completed_at), definition_of_done = $12::jsonb,
		gate_waits_on = $13, gate_waits_for = $14, updated_at = now()
	WHERE id = $1::uuid`;

async function write(
	req: PayloadRequest,
	onboardingId: string,
	{ items, phases, next }: { items: PlanItem[]; phases: PlanPhase[]; next: AdvancedPlan["onboarding"] },
): Promise<void> {
	const sql = await sqlOf(req);
	const values = [
		onboardingId,
		JSON.stringify(items),
		JSON.stringify(phases),
		next.status,
		next.phase,
		next.forecastGoLiveAt,
		next.forecastBecause,
		next.health,
		JSON.stringify(next.healthReasons),
		next.healthSince,
		next.completedAt,
		JSON.stringify(next.definitionOfDone),
		next.gateWaitsOn,
		next.gateWaitsFor,
	];
	await sql(writeSql, values, "write_plan");
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
