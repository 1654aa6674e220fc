import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeWeek } from "@/domain/adoption/judgeWeek";
import { aSpotCheck, aWeek } from "../playbook/onboarded";

const meets = (...change: Parameters<typeof aWeek>) => judgeWeek(aWeek(...change)).meets;

describe("a week of use", () => {
	it("asks 60 % of the shifts in week 1 and 85 % from then on, the threshold itself included", () => {
		expect(meets(1, { shiftsRecorded: 12 })).toBe(true);
		expect(meets(1, { shiftsRecorded: 11 })).toBe(false);
		expect(meets(2, { shiftsRecorded: 17 })).toBe(true);
		expect(meets(2, { shiftsRecorded: 16 })).toBe(false);
		expect([1, 2, 3, 9].map((week) => judgeWeek(aWeek(week)).threshold)).toEqual([60, 85, 85, 85]);
	});

	it("rounds down what it tells, so that nothing short of a threshold reads as reaching it", () => {
		expect(judgeWeek(aWeek(2, { shiftsInScope: 1000, shiftsRecorded: 849 }))).toMatchObject({
			percent: 84,
			meets: false,
			says: "Week 2: 84 % of shifts recorded, 849 of 1000 (85 % asked), 1 entries a shift, 90 % of tables used; 1 of 5 key tasks timed, all under 5 minutes.",
		});
	});

	it("asks near-zero exceptions from week 2 on: at most 1 % of the entries", () => {
		expect(meets(1, { exceptions: 400 })).toBe(true);
		expect(meets(2, { exceptions: 10 })).toBe(true);
		expect(judgeWeek(aWeek(2, { exceptions: 11 }))).toMatchObject({
			meetsShare: true,
			meetsExceptions: false,
			meets: false,
			says: expect.stringContaining("; 11 exceptions in 1000 entries, above 1 %; "),
		});
	});

	it("takes exceptions without entries as failure, and neither as none", () => {
		expect(meets(2, { entries: 0, exceptions: 1 })).toBe(false);
		expect(meets(2, { entries: 0, exceptions: 0 })).toBe(true);
	});

	it.each([
		["whatever its figures", { scope: null, shiftsRecorded: 20 }],
		["nor a shift", { shiftsInScope: 0, shiftsRecorded: 0, tablesInScope: 0 }],
	])("without an agreed scope tells no share and meets nothing, %s", (_, change) => {
		expect(judgeWeek(aWeek(1, change))).toMatchObject({
			percent: null,
			tablePercent: null,
			entriesPerShift: null,
			meets: false,
			says: "Week 1: no scope agreed yet, 1000 entries; 1 of 5 key tasks timed, all under 5 minutes.",
		});
	});

	it("tells entries for each shift, and leaves tables out when none were in scope", () => {
		expect(judgeWeek(aWeek(1, { tablesInScope: 0, entries: 33 })).says).toBe(
			"Week 1: 90 % of shifts recorded, 18 of 20 (60 % asked), 1.7 entries a shift; 1 of 5 key tasks timed, all under 5 minutes.",
		);
	});

	it("judges the time to complete by the newest spot check of each task, and says when there is none", () => {
		const says = (...spotChecks: ReturnType<typeof aSpotCheck>[]) => judgeWeek(aWeek(1, { spotChecks })).says;
		const later = { ...aSpotCheck("add_note", 299), id: "later", observedAt: "2026-02-18T00:00:00.000Z" };
		expect(says()).toMatch(/; time to complete not measured, no spot check\.$/);
		expect(says(aSpotCheck("add_note", 300))).toMatch(/1 of 5 key tasks timed, 5 minutes or more: add note\.$/);
		expect(says(aSpotCheck("add_note", 300), later)).toMatch(/1 of 5 key tasks timed, all under 5 minutes\.$/);
	});

	it("never tells more than all, and meets exactly when the told figures would", () => {
		const count = fc.integer({ min: 0, max: 300 });
		const week = fc.record({
			week: fc.integer({ min: 1, max: 8 }),
			shiftsInScope: count,
			shiftsRecorded: count,
			entries: count,
			exceptions: count,
		});
		fc.assert(
			fc.property(week, ({ week: number, ...change }) => {
				const judged = judgeWeek(aWeek(number, change));
				expect(judged.percent ?? 0).toBeLessThanOrEqual(100);
				expect(judged.meetsShare).toBe(judged.percent !== null && judged.percent >= judged.threshold);
				expect(judged.meets).toBe(judged.meetsShare && judged.meetsExceptions);
			}),
		);
	});

	it("one more recorded shift never harms", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 19 }), (week, shiftsRecorded) => {
				const fewer = meets(week, { shiftsRecorded });
				expect(!fewer || meets(week, { shiftsRecorded: shiftsRecorded + 1 })).toBe(true);
			}),
		);
	});
});
