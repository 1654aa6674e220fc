import { spelled } from "../inWords";
import type { Condition } from "./content";

const or = new Intl.ListFormat("en", { type: "disjunction" });

/**
 * Where an item belongs to an onboarding, in words: “plan is floor or floor plus”.
 * @param titleOf an item's title by its key
 */
export function sayCondition({ on, item, isOneOf }: Condition, titleOf: (key: string) => string): string {
	const subject = on === "decision" ? `“${titleOf(item ?? "")}”` : spelled(on);
	return `${subject} is ${or.format(isOneOf.map(spelled))}`;
}
