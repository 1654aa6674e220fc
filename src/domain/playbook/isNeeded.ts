import type { Condition } from "./content";

/** What conditions ask about, as it stands; null is not known or not chosen yet. */
export type ConditionSubjects = {
	plan: string | null;
	region: string | null;
	dataMode: string | null;
	/** Of each decision, by its key. */
	choices: Readonly<Record<string, string | null>>;
};

/** Whether an item belongs to the onboarding. Undecided, while what its condition asks about is not known. */
export function isNeeded(condition: Condition | null, subjects: ConditionSubjects): "yes" | "no" | "undecided" {
	if (condition === null) return "yes";
	const value = subjectValue(condition, subjects);
	if (value === null) return "undecided";
	return condition.isOneOf.includes(value) ? "yes" : "no";
}

function subjectValue({ on, item }: Condition, { plan, region, dataMode, choices }: ConditionSubjects): string | null {
	switch (on) {
		case "plan":
			return plan;
		case "region":
			return region;
		case "data_mode":
			return dataMode;
		case "decision":
			return item !== null && Object.hasOwn(choices, item) ? (choices[item] ?? null) : null;
	}
}
