import type { PayloadRequest } from "payload";
import { type Actor, actorOf } from "@/access/actorOf";
import { reachOf } from "@/access/scope";
import { adoptionTrend } from "@/domain/adoption/adoptionTrend";
import { needsAcknowledgement } from "@/domain/health/acknowledgement";
import type { WeekFact } from "@/domain/playbook/facts";
import { findBlockers } from "@/domain/playbook/findBlockers";
import { isSettled } from "@/domain/playbook/itemStatus";
import { mayActOnItem } from "@/domain/playbook/mayActOnItem";
import type { ItemRule } from "@/domain/playbook/planState";
import { timeToLive } from "@/domain/playbook/timeToLive";
import { NotFound, SignInRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";
import type { OnboardingPlan, PlanItemView, PlanPhaseView } from "./onboardingPlan";
import { onboardingPlanSql } from "./onboardingPlanSql";
import { redactPlan } from "./redactPlan";

type ItemRow = Omit<PlanItemView, "accountable" | "choices" | "mayAct" | "waitsFor"> & {
	rule: ItemRule & { raci: { accountable: string | null } };
};
type PhaseRow = Omit<PlanPhaseView, "dueAt" | "forecastAt" | "items" | "settled">;
type Row = Omit<OnboardingPlan, "phases" | "items" | "health" | "time" | "adoption" | "readAt" | "isRedacted"> & {
	phases: PhaseRow[];
	items: ItemRow[];
	health: Omit<OnboardingPlan["health"], "needsAcknowledgement">;
	adoption: WeekFact[];
};

/**
 * An onboarding's plan as its page shows it: phases and items with what holds them up, people, dates, health with its
 * reasons, waits, training, pilot and use. One statement, with the rights of whoever asks: everything for the vendor's
 * people; for a customer's the items they may see, without the vendor's notes, names and reasons.
 *
 * @throws SignInRequired, NotFound (also when it is not theirs)
 */
export async function readOnboardingPlan(input: {
	req: PayloadRequest;
	onboardingId: string;
}): Promise<OnboardingPlan> {
	const { req, onboardingId } = input;
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	const sql = await sqlOf(req);
	const [row] = await sql<Row>(onboardingPlanSql, [onboardingId]);
	if (!row || !mayRead(actor, slug.onboardings, row.casino.id)) throw new NotFound("onboarding");
	const plan = toPlan(row, actor, new Date());
	const isVendor = actor.kind === "person" && actor.vendorRole !== null;
	return isVendor ? plan : redactPlan(plan, (collection) => mayRead(actor, collection, row.casino.id));
}

function mayRead(actor: Actor, collection: Slug, casinoId: string): boolean {
	const reach = reachOf(actor, collection, "read");
	return reach === "all" || reach.includes(casinoId);
}

function toPlan(row: Row, actor: Actor, now: Date): OnboardingPlan {
	const readAt = now.toISOString();
	const { dates, health, adoption } = row;
	return {
		...row,
		time: timeToLive({ from: dates.openedAt, to: dates.wentLiveAt ?? dates.completedAt ?? readAt, waits: row.waits }),
		health: { ...health, needsAcknowledgement: isUnseen(health) },
		phases: row.phases.map((phase) => measurePhase(phase, row.items)),
		items: toItems(row.items, rolesAt(actor, row.casino.id)),
		adoption: { ...adoptionTrend(adoption), facts: adoption },
		readAt,
		isRedacted: false,
	};
}

function isUnseen({ level, since, acknowledgedAt }: Row["health"]): boolean {
	return since === null
		? level !== "green" && acknowledgedAt === null
		: needsAcknowledgement({ level, since, acknowledgedAt });
}

type Roles = Parameters<typeof mayActOnItem>[0]["roles"];

function rolesAt(actor: Actor, casinoId: string): Roles {
	if (actor.kind !== "person") return { vendor: null, here: new Set() };
	return { vendor: actor.vendorRole, here: actor.roles.get(casinoId) ?? new Set() };
}

function toItems(rows: readonly ItemRow[], roles: Roles): PlanItemView[] {
	const blockers = findBlockers(rows);
	const byKey = new Map(rows.map((row) => [row.key, row]));
	return rows.map(({ rule, ...item }) => ({
		...item,
		accountable: rule.raci.accountable,
		mayAct: mayActOnItem({ roles, item: { ...item, answering: [item.responsible, rule.raci.accountable] } }),
		choices: [...(rule.choices ?? [])],
		waitsFor: (blockers.get(item.key) ?? []).flatMap(({ key, kind }) => {
			const blocker = byKey.get(key);
			return blocker ? [{ id: blocker.id, title: blocker.title, kind }] : [];
		}),
	}));
}

/** When a phase ends: the last of its dates, as promised and as expected. */
function measurePhase(phase: PhaseRow, items: readonly ItemRow[]): PlanPhaseView {
	const own = items.filter((item) => item.phase === phase.key && item.status !== "not_needed");
	const last = (dates: (string | null)[]) =>
		dates.reduce((latest, date) => (!latest || (date && date > latest) ? date : latest), null);
	return {
		...phase,
		dueAt: last(own.map(({ dueAt }) => dueAt)),
		forecastAt: last(own.map(({ doneAt, forecastAt }) => doneAt ?? forecastAt)),
		items: own.length,
		settled: own.filter(({ status }) => isSettled(status)).length,
	};
}
