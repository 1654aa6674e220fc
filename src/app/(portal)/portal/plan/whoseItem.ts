import type { CustomerRole } from "@/access/roles";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";

export type Me = { id: string; roles: readonly CustomerRole[] };
export type Whose = "mine" | "answered" | "colleagues";

/**
 * Whose an item is as one person sees it: theirs to do; a colleague's that they answer for, and may do in their place; or a
 * colleague's. What nobody is there to do is whose it is to answer for.
 */
export function whoseItem(item: PlanItemView, me: Me, { people }: Pick<OnboardingPlan, "people">): Whose {
	if (!item.mayAct) return "colleagues";
	if (item.assignee) return item.assignee.id === me.id ? "mine" : "answered";
	const holds = (roles: readonly string[]) => roles.includes(item.responsible);
	if (holds(me.roles)) return "mine";
	return people.customer.some(({ roles }) => holds(roles)) ? "answered" : "mine";
}
