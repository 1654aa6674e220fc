import { isAcceptanceItem } from "../acceptance";
import { isDayOver } from "../calendar/day";
import { type DoneLine, definitionOfDone } from "../decisions/definitionOfDone";
import { assessHealth } from "../health/assessHealth";
import type { HealthReason } from "../health/healthReason";
import { findGateWait } from "../waitingOn";
import { baselineWorkingHours } from "../workingHours";
import type { CriterionName } from "./criteria";
import type { OnboardingFacts } from "./facts";
import { findWaiverRefusal } from "./findWaiverRefusal";
import { isNeeded } from "./isNeeded";
import { isSettled } from "./itemStatus";
import { judgeCriterion } from "./judgeCriterion";
import { type AnchorDates, planDates } from "./planDates";
import type { PlanItem, PlanPhase, PlanState } from "./planState";

/** The facts but for the items: those are what is found out here. */
export type FactsOfRecords = Omit<OnboardingFacts, "items">;

export type AdvancedPlan = {
	items: PlanItem[];
	phases: PlanPhase[];
	onboarding: {
		status: string;
		phase: string | null;
		forecastGoLiveAt: string | null;
		forecastBecause: string | null;
		health: "green" | "yellow" | "red";
		healthReasons: HealthReason[];
		healthSince: string | null;
		definitionOfDone: DoneLine[];
		gateWaitsOn: string;
		gateWaitsFor: string | null;
		/** Set when the last phase closes now. */
		completedAt: string | null;
	};
};

/**
 * What an onboarding's plan is, given its records, at one moment: which items belong to it and hold by themselves, which
 * phases are over, when everything is due and expected, and how healthy it is. Pure: asked again with its own answer
 * and the same records it changes nothing.
 *
 * @param input.now ISO 8601
 */
export function advancePlan(input: { state: PlanState; facts: FactsOfRecords; now: string }): AdvancedPlan {
	const { state, facts, now } = input;
	const closed = new Set(state.phases.filter(({ status }) => status === "closed").map(({ key }) => key));
	// Criteria that look at open items see those of before: the next review, which every write brings, sees the new ones.
	const before = { ...facts, items: countItems(state.items, facts.calendar.today) };
	const followed = state.items.map((item) => (isAcceptanceItem(item) ? followAcceptance(item, facts) : item));
	const choices = Object.fromEntries(followed.map((item) => [item.key, choiceOf(item)]));
	const judged = followed.map((item) =>
		// What a closed phase settled stays; what it left open goes on beside the next one.
		closed.has(item.phase) && isSettled(item.status)
			? item
			: judgeItem({ item, subjects: { ...state.onboarding, choices }, facts: before, now }),
	);
	const lines = definitionOfDone({
		rules: state.onboarding.doneRules,
		facts: { ...facts, items: countItems(judged, facts.calendar.today) },
		items: judged,
		now,
	});
	const isHeld = state.onboarding.reopenedAt !== null || lines.some(({ done }) => !done);
	const phases = advancePhases(state.phases, judged, { now, isHeld });
	const { dates, goLive } = planDates({
		items: judged.map(({ rule, snoozedTo, ...item }) => ({
			...item,
			due: rule.due,
			after: rule.after,
			dueOverride: snoozedTo,
		})),
		anchors: anchorsOf(state, phases),
		now,
		timeZone: state.timeZone,
		workingHours: state.workingHours ?? baselineWorkingHours,
		goLivePhase: state.onboarding.goLivePhase,
	});
	const items = judged.map((item) => ({ ...item, ...dates.get(item.key) }));
	return { items, phases, onboarding: judgeOnboarding({ state, facts, items, phases, lines, goLive, now }) };
}

/** A decision that is not needed is none of its choices; one that is still to be made is not known. */
function choiceOf({ status, choice }: PlanItem): string | null {
	if (status === "not_needed") return "";
	return status === "done" ? choice : null;
}

function judgeItem(input: {
	item: PlanItem;
	subjects: Parameters<typeof isNeeded>[1];
	facts: OnboardingFacts;
	now: string;
}): PlanItem {
	const { item, subjects, facts, now } = input;
	const need = isNeeded(item.rule.condition, subjects);
	// Work that was done stays done: it happened, whatever was decided afterwards.
	if (need === "no")
		return item.status === "done" || item.status === "waived" ? item : { ...item, status: "not_needed" };
	const wanted: PlanItem = item.status === "not_needed" ? { ...item, status: "open" } : item;
	const isWaived = wanted.status === "waived" && wanted.waivedUntil !== null && wanted.waivedUntil > now;
	if (isWaived && findWaiverRefusal({ criterion: wanted.criterion, facts }) === null) return wanted;
	if (wanted.criterion) return judgeComputed(wanted, facts, now);
	if (wanted.automation) return followRun(wanted, facts);
	return wanted.status === "waived" ? { ...wanted, status: "open", doneAt: null } : wanted;
}

function judgeComputed(item: PlanItem, facts: OnboardingFacts, now: string): PlanItem {
	const { holds, says, record } = judgeCriterion({ name: item.criterion as CriterionName, facts, now });
	const found = { ...item, says, foundIn: record };
	if (!holds) return { ...found, status: "open", doneAt: null };
	return item.status === "done" ? found : { ...found, status: "done", doneAt: now };
}

/** The decision is what its record says: it is set there, and set again. */
function followAcceptance(item: PlanItem, { onboarding: { acceptance } }: FactsOfRecords): PlanItem {
	if (item.status === "not_needed") return item;
	if (!acceptance) return item.status === "done" ? { ...item, status: "open", doneAt: null, choice: null } : item;
	const foundIn = { collection: "acceptances", id: acceptance.id };
	return { ...item, status: "done", doneAt: acceptance.setAt, choice: acceptance.colour, foundIn };
}

/** An automation's item is what the run says of its step; a step that was skipped with a reason holds nobody up. */
function followRun(item: PlanItem, { run }: OnboardingFacts): PlanItem {
	const step = run?.steps.find(({ step: name }) => name === item.automation);
	switch (step?.status) {
		case "succeeded":
		case "skipped":
			return {
				...item,
				status: "done",
				doneAt: step.finishedAt,
				foundIn: { collection: "provisioning-steps", id: step.id },
			};
		case "running":
			return { ...item, status: "in_progress", doneAt: null };
		default:
			return { ...item, status: "open", doneAt: null };
	}
}

/**
 * The first phase that is not closed is the active one; it closes by itself when nothing in it is left to do. With the last one that
 * is open the onboarding is completed: it waits for the definition of done and, of a reopened one, for a person, as what they
 * reopened it for is not among the items.
 */
function advancePhases(
	phases: readonly PlanPhase[],
	items: readonly PlanItem[],
	{ now, isHeld }: { now: string; isHeld: boolean },
): PlanPhase[] {
	let isFirst = true;
	return phases
		.toSorted((one, other) => one.position - other.position)
		.map((phase, index, sorted) => {
			if (phase.status === "closed") return phase;
			const own = items.filter((item) => item.phase === phase.key);
			const hasBegun = own.some(({ status }) => status === "in_progress" || status === "done");
			const startedAt = phase.startedAt ?? (isFirst || hasBegun ? now : null);
			if (!isFirst) return { ...phase, startedAt };
			const isLast = sorted.slice(index + 1).every(({ status }) => status === "closed");
			const isOver = !(isHeld && isLast) && own.every(({ status }) => isSettled(status));
			isFirst = isOver;
			return isOver
				? { ...phase, status: "closed" as const, startedAt, closedAt: now }
				: { ...phase, status: "active" as const, startedAt };
		});
}

function anchorsOf({ onboarding }: PlanState, phases: readonly PlanPhase[]): AnchorDates {
	return {
		opened: onboarding.openedAt,
		contract_signed: onboarding.contractSignedAt,
		gate_opened: onboarding.gateOpenedAt,
		provisioned: onboarding.provisionedAt,
		pilot_start: onboarding.pilotStartsAt,
		go_live: onboarding.wentLiveAt ?? onboarding.goLiveAt,
		phaseStartedAt: Object.fromEntries(phases.map(({ key, startedAt }) => [key, startedAt])),
	};
}

function judgeOnboarding(input: {
	state: PlanState;
	facts: FactsOfRecords;
	items: PlanItem[];
	phases: PlanPhase[];
	lines: DoneLine[];
	goLive: { forecastAt: string | null; because: string | null };
	now: string;
}): AdvancedPlan["onboarding"] {
	const { state, facts, items, phases, lines, goLive, now } = input;
	const { onboarding } = state;
	const { today } = facts.calendar;
	const planned = goLive.forecastAt ?? onboarding.goLiveAt;
	// Who is not live yet cannot go live before today.
	const forecastAt = onboarding.wentLiveAt ?? (isDayOver(planned, today) ? today : planned);
	const { level, reasons } = assessHealth({
		facts: { ...facts, items: countItems(items, today) },
		previous: onboarding.healthReasons,
		forecastAt,
		now,
	});
	const current = phases.find(({ status }) => status !== "closed");
	// One without a plan has nothing that could be over.
	const isDone = phases.length > 0 && lines.every(({ done }) => done);
	const isOver = isDone && current === undefined && onboarding.status === "open";
	return {
		status: isOver ? "completed" : onboarding.status,
		phase: current?.key ?? phases.at(-1)?.key ?? null,
		forecastGoLiveAt: forecastAt,
		forecastBecause: onboarding.wentLiveAt ? null : (items.find(({ key }) => key === goLive.because)?.title ?? null),
		health: level,
		healthReasons: reasons,
		healthSince: level === onboarding.health ? onboarding.healthSince : now,
		definitionOfDone: lines,
		...findGateWait(facts.gate.conditions, facts.heldEvents.length > 0),
		completedAt: isOver ? now : null,
	};
}

function countItems(items: readonly PlanItem[], today: string): OnboardingFacts["items"] {
	const open = items.filter(({ status }) => !isSettled(status));
	return {
		open: open.length,
		overdue: open.flatMap(({ id, title, dueAt, owner }) =>
			dueAt && isDayOver(dueAt, today) ? [{ id, title, dueAt, owner }] : [],
		),
	};
}
