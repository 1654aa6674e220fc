import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoptionTrend } from "@/domain/adoption/adoptionTrend";
import { finishedWeeks } from "@/domain/adoption/finishedWeeks";
import { aWeek } from "../playbook/onboarded";

const shares = (...recorded: number[]) => recorded.map((shiftsRecorded, index) => aWeek(index + 1, { shiftsRecorded }));

describe("the trend of adoption", () => {
	it("goes from the last week but one to the last, in percentage points", () => {
		expect(adoptionTrend(shares(20, 10, 18))).toMatchObject({ direction: "rising", change: 40 });
		expect(adoptionTrend(shares(10, 20, 18))).toMatchObject({ direction: "falling", change: -10 });
		expect(adoptionTrend(shares(18, 18))).toMatchObject({ direction: "steady", change: 0 });
	});

	it("is unknown until two weeks have shifts in scope", () => {
		const unknown = { direction: "unknown", change: null };
		expect(adoptionTrend([])).toMatchObject({ ...unknown, weeks: [], metInARow: 0, missedInARow: 0, longestMet: 0 });
		expect(adoptionTrend(shares(18))).toMatchObject(unknown);
		expect(adoptionTrend([aWeek(1), aWeek(2, { shiftsInScope: 0 })])).toMatchObject(unknown);
	});

	it("counts the weeks on end that met and that missed, up to the last", () => {
		expect(adoptionTrend(shares(18, 18, 18, 2, 18))).toMatchObject({ metInARow: 1, missedInARow: 0, longestMet: 3 });
		expect(adoptionTrend(shares(18, 2, 2))).toMatchObject({ metInARow: 0, missedInARow: 2, longestMet: 1 });
	});

	it("begins again after a week without a report", () => {
		expect(adoptionTrend([aWeek(1), aWeek(2), aWeek(4)])).toMatchObject({ metInARow: 1, longestMet: 2 });
	});

	it("does not depend on the order of the reports, nor change them", () => {
		const weeks = fc
			.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 })
			.chain((numbers) =>
				fc.tuple(
					...numbers.map((week) =>
						fc.integer({ min: 0, max: 20 }).map((shiftsRecorded) => aWeek(week, { shiftsRecorded })),
					),
				),
			);
		const shuffled = weeks.chain((facts) =>
			fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })),
		);
		fc.assert(
			fc.property(shuffled, ([facts, arrived]) => {
				const before = [...arrived];
				expect(adoptionTrend(arrived)).toEqual(adoptionTrend(facts));
				expect(arrived).toEqual(before);
			}),
		);
	});
});

describe("finished weeks", () => {
	it("are those whose seven days are over, in order", () => {
		const weeks = [aWeek(3), aWeek(1), aWeek(2)];
		const at = (today: string) => finishedWeeks(weeks, today).map(({ week }) => week);
		expect(at("2026-03-01")).toEqual([1]);
		expect(at("2026-03-02")).toEqual([1, 2]);
		expect(at("2026-04-01")).toEqual([1, 2, 3]);
	});
});
