import { expect, it } from "vitest";
import type { Condition } from "@/domain/playbook/content";
import { type ConditionSubjects, isNeeded } from "@/domain/playbook/isNeeded";

const known: ConditionSubjects = { plan: "floor", region: "eu", dataMode: "no_pii", choices: { pick_chat: "slack" } };
const unknown: ConditionSubjects = { plan: null, region: null, dataMode: null, choices: { pick_chat: null } };

const conditions: [string, Condition][] = [
	["plan", { on: "plan", item: null, isOneOf: ["basic", "floor"] }],
	["region", { on: "region", item: null, isOneOf: ["eu"] }],
	["data mode", { on: "data_mode", item: null, isOneOf: ["no_pii"] }],
	["decision", { on: "decision", item: "pick_chat", isOneOf: ["slack", "teams"] }],
];

it("an item without a condition always belongs to the onboarding", () => {
	expect(isNeeded(null, unknown)).toBe("yes");
});

it.each(conditions)("an item belongs to it while the %s is one of the values", (_, condition) => {
	expect(isNeeded(condition, known)).toBe("yes");
	expect(isNeeded({ ...condition, isOneOf: ["another"] }, known)).toBe("no");
});

it.each(conditions)("nothing is decided before the %s is known", (_, condition) => {
	expect(isNeeded(condition, unknown)).toBe("undecided");
});

it("a decision nobody knows is not decided, whatever its key is", () => {
	const condition: Condition = { on: "decision", item: "constructor", isOneOf: ["slack"] };
	expect(isNeeded(condition, known)).toBe("undecided");
	expect(isNeeded({ ...condition, item: null }, known)).toBe("undecided");
});
