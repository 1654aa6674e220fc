import { describe, expect, it } from "vitest";
import { definitionOfDone } from "@/domain/decisions/definitionOfDone";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import {
	anAdministrator,
	aPitBoss,
	aRun,
	later,
	nothingYet,
	now,
	onboarded,
	onboardedWith,
} from "../playbook/onboarded";

const undone = (facts: OnboardingFacts) =>
	definitionOfDone(facts, now).flatMap(({ done }, index) => (done ? [] : [index + 1]));

describe("the definition of done", () => {
	it("has seven lines, all done for an onboarded customer", () => {
		const lines = definitionOfDone(onboarded(), now);
		expect(lines).toHaveLength(7);
		expect(undone(onboarded())).toEqual([]);
		expect(lines[0]).toEqual({
			line: "Contract signed and payment gate satisfied",
			done: true,
			says: "Every contract is signed. The gate is open.",
			record: { collection: "contracts", id: "contract-1" },
		});
	});

	it("has none done while nothing has happened", () => {
		expect(undone(nothingYet)).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	it.each<[number, string, OnboardingFacts]>([
		[1, "an unsigned contract", onboarded({ contracts: [] })],
		[1, "a shut gate", onboarded({ gate: { isOpen: false, openedAt: null, missing: [] } })],
		[2, "a failed run", onboarded({ run: { ...aRun, status: "failed" } })],
		[2, "no access check", onboarded({ run: { ...aRun, steps: [] } })],
		[2, "an absent administrator", onboarded({ staff: [{ ...anAdministrator, lastSignInAt: null }, aPitBoss] })],
		[3, "no tables", onboarded({ floor: { areas: 1, tables: 0, tablesWithoutArea: 0, tablesWithoutGame: 0 } })],
		[4, "no training", onboarded({ training: [] })],
		[5, "a go-live ahead", onboardedWith({ wentLiveAt: null })],
		[6, "no report", onboarded({ adoption: [] })],
		[7, "no check-in done", onboarded({ checkIns: [] })],
	])("leaves line %i open for %s", (line, _, facts) => {
		expect(undone(facts)).toContain(line);
	});

	it("tells only what is missing of a line, with its record", () => {
		const staff = [{ ...anAdministrator, lastSignInAt: null }, aPitBoss];
		expect(definitionOfDone(onboarded({ staff }), now)[1]).toMatchObject({
			done: false,
			says: "The administrator has not signed in yet. They can do it now.",
			record: { collection: "staff", id: "staff-1" },
		});
	});

	it("is not over while a check-in is still to come", () => {
		const checkIns = [...onboarded().checkIns, { id: "check-in-2", day: 28, dueAt: later, status: "scheduled" }];
		expect(undone(onboarded({ checkIns }))).toEqual([7]);
		expect(definitionOfDone(onboarded({ checkIns }), now)[6]).toMatchObject({
			says: "The check-in of day 28 is still to come.",
			record: { collection: "check-ins", id: "check-in-2" },
		});
	});
});
