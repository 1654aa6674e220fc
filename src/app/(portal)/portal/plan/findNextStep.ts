import { isSettled } from "@/domain/playbook/itemStatus";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import { type Me, whoseItem } from "./whoseItem";

/** Whether an item waits for a person: to tick it, or for what its record shows; not for the run, and no mere check. */
export const isToDo = ({ status, automation, criterion, kind }: PlanItemView): boolean =>
	!isSettled(status) && !automation && !(criterion && kind === "exit_criterion");

/** Whether its phase has begun. */
export function hasBegun(plan: OnboardingPlan): (item: PlanItemView) => boolean {
	const begun = new Set(plan.phases.filter(({ status }) => status !== "waiting").map(({ key }) => key));
	return ({ phase }) => begun.has(phase);
}

/**
 * What this person does next: theirs by name first, what they can do here before what a record shows, then what is due first; nothing that waits for something else, and
 * nothing while the onboarding rests or is over.
 */
export function findNextStep(plan: OnboardingPlan, me: Me): PlanItemView | null {
	if (plan.status !== "open") return null;
	const isNow = hasBegun(plan);
	return first(
		mineOf(plan, me).filter((item) => isNow(item) && item.waitsFor.length === 0),
		me,
	);
}

/** What comes to them after that, and waits for something else still. */
export function findComingStep(plan: OnboardingPlan, me: Me): PlanItemView | null {
	return plan.status === "open"
		? first(
				mineOf(plan, me).filter((item) => item.waitsFor.length > 0),
				me,
			)
		: null;
}

/** Whether it is the sponsor's turn to sign that this is their primary tool. */
export const maySignOff = ({ signOff, status }: OnboardingPlan, { roles }: Me): boolean =>
	signOff === "ready" && status !== "cancelled" && roles.includes("executive_sponsor");

const mineOf = (plan: OnboardingPlan, me: Me) =>
	plan.items.filter((item) => item.owner === "customer" && isToDo(item) && whoseItem(item, me, plan) === "mine");

function first(items: PlanItemView[], me: Me): PlanItemView | null {
	const rank = ({ assignee, criterion, dueAt }: PlanItemView) =>
		`${assignee?.id === me.id ? 0 : 1} ${criterion ? 1 : 0} ${dueAt ?? "9999"}`;
	return items.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))[0] ?? null;
}
