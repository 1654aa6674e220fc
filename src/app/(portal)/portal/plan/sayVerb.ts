import type { PlanItemView } from "@/operations/plan/onboardingPlan";

const verbs = {
	none: "Mark as done",
	file: "Send the file",
	link: "Give the link",
	value: "Submit",
	signature: "Sign",
} as const;

/** What doing an item is called, on its button. */
export const sayVerb = ({ kind, evidence }: Pick<PlanItemView, "kind" | "evidence">): string =>
	kind === "decision" ? "Decide" : verbs[evidence];
