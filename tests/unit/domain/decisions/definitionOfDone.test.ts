import { describe, expect, it } from "vitest";
import { definitionOfDone } from "@/domain/decisions/definitionOfDone";
import type { DoneRule } from "@/domain/playbook/content";
import type { CriterionName } from "@/domain/playbook/criteria";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import type { PlanItem } from "@/domain/playbook/planState";
import { casinoFloor } from "@/playbooks/casinoFloor";
import { withAcceptance } from "../playbook/changes";
import {
	aCheckIn,
	anAdministrator,
	aPitBoss,
	aRun,
	later,
	nothingYet,
	now,
	onboarded,
	onboardedWith,
} from "../playbook/onboarded";

type Item = Parameters<typeof definitionOfDone>[0]["items"][number];
const anItem = (key: string, status: PlanItem["status"], criterion: CriterionName | null = null): Item => ({
	id: `item-${key}`,
	key,
	title: `Do ${key}`,
	status,
	criterion,
});
const roadmap = anItem("issues_into_roadmap", "done");

const linesOf = (facts: OnboardingFacts, items = [roadmap], rules = casinoFloor.definitionOfDone ?? null) =>
	definitionOfDone({ rules, facts, items, now });
const undone = (facts: OnboardingFacts, items?: Item[]) =>
	linesOf(facts, items).flatMap(({ done }, index) => (done ? [] : [index + 1]));
const only = (rule: Partial<DoneRule>, facts: OnboardingFacts, ...items: Item[]) =>
	linesOf(facts, items, [{ line: "It is done", criteria: [], items: [], ...rule }])[0];

describe("the definition of done of a casino floor", () => {
	it("has seven lines, all done for an onboarded customer", () => {
		expect(linesOf(onboarded())).toHaveLength(7);
		expect(undone(onboarded())).toEqual([]);
		expect(linesOf(onboarded())[0]).toEqual({
			line: "Contract signed and payment gate satisfied",
			done: true,
			says: "Order form or support contract is signed. No other contract is left unsigned. The gate is open.",
			record: { collection: "contracts", id: "contract-1" },
		});
	});

	it("has none done while nothing has happened", () => {
		expect(undone(nothingYet, [anItem("issues_into_roadmap", "open")])).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	it.each<[number, string, OnboardingFacts]>([
		[1, "an unsigned contract", onboarded({ contracts: [] })],
		[1, "a shut gate", onboarded({ gate: { isOpen: false, openedAt: null, missing: [] } })],
		[2, "a failed run", onboarded({ run: { ...aRun, status: "failed" } })],
		[2, "no access check", onboarded({ run: { ...aRun, steps: [] } })],
		[2, "an absent administrator", onboarded({ staff: [{ ...anAdministrator, lastSignInAt: null }, aPitBoss] })],
		[3, "no tables", onboarded({ floor: { ...onboarded().floor, tables: 0 } })],
		[4, "no training", onboarded({ training: [] })],
		[5, "a go-live ahead", onboardedWith({ wentLiveAt: null })],
		[6, "no report", onboarded({ adoption: [] })],
		[7, "the calls of the first week alone", onboarded({ checkIns: [aCheckIn] })],
	])("leaves line %i open for %s", (line, _, facts) => {
		expect(undone(facts)).toContain(line);
	});

	it("tells only what is missing of a line, with its record", () => {
		const staff = [{ ...anAdministrator, lastSignInAt: null }, aPitBoss];
		expect(linesOf(onboarded({ staff }))[1]).toMatchObject({
			done: false,
			says: "The administrator has not signed in yet. They can do it now.",
			record: { collection: "staff", id: "staff-1" },
		});
	});

	it("is not over while a check-in of hypercare is still to come", () => {
		const ahead = {
			...aCheckIn,
			id: "check-in-2",
			kind: "hypercare",
			day: 28,
			dueAt: later,
			status: "scheduled",
		} as const;
		const checkIns = [...onboarded().checkIns, ahead];
		expect(undone(onboarded({ checkIns }))).toEqual([7]);
		expect(linesOf(onboarded({ checkIns }))[6]).toMatchObject({
			says: "1 of 2 check-ins of hypercare done, with a note. Still to come: day 28.",
			record: { collection: "check-ins", id: "check-in-2" },
		});
	});
});

describe("a line", () => {
	it.each<[PlanItem["status"], boolean, string]>([
		["open", false, "“Do it” is not done."],
		["in_progress", false, "“Do it” is in progress."],
		["done", true, "“Do it” is done."],
		["waived", true, "“Do it” is waived."],
		["not_needed", true, "“Do it” does not apply."],
	])("with an item that is %s", (status, done, says) => {
		expect(only({ items: ["it"] }, onboarded(), anItem("it", status))).toMatchObject({ done, says });
	});

	it("is missing with an item that the plan does not have", () => {
		expect(only({ items: ["it"] }, onboarded())).toMatchObject({ done: false, says: "The plan has no item “it”." });
	});

	it("counts a criterion that two persons waived, but not a red acceptance", () => {
		const waived = anItem("acceptance_green", "waived", "acceptance_green");
		const line = (facts: OnboardingFacts) => only({ criteria: ["acceptance_green"] }, facts, waived);
		expect(line(withAcceptance("yellow", now))).toMatchObject({ done: true, says: "“Do acceptance_green” is waived." });
		expect(line(withAcceptance("red", now))).toMatchObject({ done: false, says: expect.stringContaining("is red") });
	});
});

describe("a version that was published before a playbook had its own", () => {
	const asked = (...items: Item[]) => definitionOfDone({ rules: null, facts: nothingYet, items, now });

	it("is asked for the lines of the casino floor that its plan can show, and for no others", () => {
		const lines = asked(
			anItem("gate_satisfied", "open", "gate_satisfied"),
			anItem("check_ins_done", "open", "check_ins_done"),
			anItem("check_in_day_7", "open"),
		);
		expect(lines.map(({ line, says }) => [line, says])).toEqual([
			["Contract signed and payment gate satisfied", "The gate is shut. Operations and finance can open it."],
			[
				"Hypercare complete, and open issues triaged into the roadmap",
				"No check-in was done yet. Operations does them when they are due. “Do check_in_day_7” is not done.",
			],
		]);
	});

	it("is asked for nothing when its plan has none of it", () => {
		expect(asked(anItem("a_task", "open"))).toEqual([]);
	});
});
