import type { PayloadRequest } from "payload";
import { type Actor, actorOf, isVendor } from "@/access/actorOf";
import { reachOf } from "@/access/scope";
import { adoptionTrend } from "@/domain/adoption/adoptionTrend";
import { dayIn, isDayOver, startOfDay } from "@/domain/calendar/day";
import { signOffCriteria } from "@/domain/decisions/signOffProblems";
import { fileAddress } from "@/domain/files/fileKinds";
import { needsAcknowledgement } from "@/domain/health/acknowledgement";
import type { WeekFact } from "@/domain/playbook/facts";
import { findBlockers } from "@/domain/playbook/findBlockers";
import { isSettled } from "@/domain/playbook/itemStatus";
import { mayActOnItem } from "@/domain/playbook/mayActOnItem";
import { mayAdvise } from "@/domain/playbook/opinion";
import type { ItemRule } from "@/domain/playbook/planState";
import { timeToLive } from "@/domain/playbook/timeToLive";
import { completeWords, type SomeWords } from "@/domain/playbook/words";
import { NotFound, SignInRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";
import type { OnboardingPlan, PlanItemView, PlanPhaseView } from "./onboardingPlan";
import { onboardingPlanSql } from "./onboardingPlanSql";
import { redactPlan } from "./redactPlan";

type Derived =
	| "accountable"
	| "isLate"
	| "consulted"
	| "informed"
	| "choices"
	| "isTimed"
	| "mayAct"
	| "mayAdvise"
	| "waitsFor";
type ItemRow = Omit<PlanItemView, Derived | "proofFile"> & {
	proofFile: { id: string; filename: string; storedName: string } | null;
	rule: ItemRule & { raci: { accountable: string | null; consulted?: string[]; informed?: string[] } };
};
type PhaseRow = Omit<PlanPhaseView, "dueAt" | "forecastAt" | "items" | "settled">;
type Row = Omit<
	OnboardingPlan,
	"phases" | "items" | "words" | "health" | "time" | "signOff" | "adoption" | "today" | "readAt" | "isRedacted"
> & {
	phases: PhaseRow[];
	items: ItemRow[];
	words: SomeWords | null;
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
	const [plan] = await readOnboardingPlans({ req: input.req, onboardingIds: [input.onboardingId] });
	if (!plan) throw new NotFound("onboarding");
	return plan;
}

/**
 * The same of several onboardings, in one statement. Those that are not theirs are left out.
 * @throws SignInRequired
 */
export async function readOnboardingPlans(input: {
	req: PayloadRequest;
	onboardingIds: readonly string[];
}): Promise<OnboardingPlan[]> {
	const { req, onboardingIds } = input;
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	const sql = await sqlOf(req);
	const rows = await sql<Row>(onboardingPlanSql, [onboardingIds]);
	const now = new Date();
	const isForVendor = isVendor(actor);
	return rows
		.filter(({ casino }) => mayRead(actor, slug.onboardings, casino.id))
		.map((row) => {
			const plan = toPlan(row, actor, now);
			return isForVendor ? plan : redactPlan(plan, (collection) => mayRead(actor, collection, row.casino.id));
		});
}

function mayRead(actor: Actor, collection: Slug, casinoId: string): boolean {
	const reach = reachOf(actor, collection, "read");
	return reach === "all" || reach.includes(casinoId);
}

function toPlan(row: Row, actor: Actor, now: Date): OnboardingPlan {
	const readAt = now.toISOString();
	const today = dayIn(readAt, row.casino.timezone);
	const { dates, health, adoption, casino } = row;
	const live = dates.wentLiveAt && startOfDay(dates.wentLiveAt, casino.timezone);
	return {
		...row,
		words: completeWords(row.words),
		time: timeToLive({ from: dates.openedAt, to: live ?? dates.completedAt ?? readAt, waits: row.waits }),
		health: { ...health, needsAcknowledgement: isUnseen(health) },
		phases: row.phases.map((phase) => measurePhase(phase, row.items, casino.timezone)),
		items: toItems(row.items, { roles: rolesAt(actor, casino.id), today }),
		signOff: findSignOff(row.items),
		adoption: { ...adoptionTrend(adoption), facts: adoption },
		today,
		readAt,
		isRedacted: false,
	};
}

function findSignOff(items: readonly ItemRow[]): OnboardingPlan["signOff"] {
	const holds = (name: string) =>
		items.some(({ criterion, status }) => criterion === name && (status === "done" || status === "waived"));
	if (!items.some(({ criterion }) => criterion === "primary_tool_signed_off")) return "not_asked";
	if (holds("primary_tool_signed_off")) return "signed";
	return signOffCriteria.every(holds) ? "ready" : "waiting";
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

function toItems(rows: readonly ItemRow[], { roles, today }: { roles: Roles; today: string }): PlanItemView[] {
	const blockers = findBlockers(rows);
	const byKey = new Map(rows.map((row) => [row.key, row]));
	return rows.map(({ rule, proofFile, ...item }) => ({
		...item,
		proofFile: proofFile && {
			id: proofFile.id,
			filename: proofFile.filename,
			url: fileAddress(proofFile.storedName),
		},
		accountable: rule.raci.accountable,
		isLate: !isSettled(item.status) && isDayOver(item.dueAt, today),
		consulted: rule.raci.consulted ?? [],
		informed: rule.raci.informed ?? [],
		isTimed: rule.isTimed ?? false,
		mayAdvise: mayAdvise({ roles, item: { ...item, consulted: rule.raci.consulted ?? [] } }),
		mayAct: mayActOnItem({ roles, item: { ...item, answering: [item.responsible, rule.raci.accountable] } }),
		choices: [...(rule.choices ?? [])],
		waitsFor: (blockers.get(item.key) ?? []).flatMap(({ key, kind }) => {
			const blocker = byKey.get(key);
			return blocker ? [{ id: blocker.id, title: blocker.title, kind }] : [];
		}),
	}));
}

/** When a phase ends: the last of its dates, as promised and as expected. */
function measurePhase(phase: PhaseRow, items: readonly ItemRow[], timeZone: string): PlanPhaseView {
	const own = items.filter((item) => item.phase === phase.key && item.status !== "not_needed");
	const last = (dates: (string | null)[]) =>
		dates.reduce((latest, date) => (!latest || (date && date > latest) ? date : latest), null);
	return {
		...phase,
		dueAt: last(own.map(({ dueAt }) => dueAt)),
		forecastAt: last(own.map(({ doneAt, forecastAt }) => (doneAt ? dayIn(doneAt, timeZone) : forecastAt))),
		items: own.length,
		settled: own.filter(({ status }) => isSettled(status)).length,
	};
}
