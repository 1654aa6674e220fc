import { describe, expect, it } from "vitest";
import { hypercareDays, hypercareLabel, planHypercare } from "@/domain/hypercare";

const live = {
	wentLiveAt: "2026-03-01",
	timeZone: "America/Los_Angeles",
	length: "two_weeks",
	isOver: false,
	known: [],
	now: "2026-03-01T09:00:00.000Z",
};
const first = "2026-03-02T18:00:00.000Z";
const known = (status: string, dueAt = first, day = 1) => ({ id: `check-in-${day}`, day, dueAt, status });
const rest = (of: ReturnType<typeof planHypercare>) => of.schedule.filter(({ day }) => day === 1);

describe("hypercare", () => {
	it.each([
		["two_weeks", [14]],
		["three_weeks", [14, 21]],
		["four_weeks", [14, 21, 28]],
		[null, [14, 21, 28]],
		["for_good", [14, 21, 28]],
	])("of %s is daily for a week, then weekly", (length, weekly) => {
		expect(hypercareDays(length)).toEqual([1, 2, 3, 4, 5, 6, 7, ...weekly]);
	});

	it("is named by the day, then by the week", () => {
		expect([1, 7, 14, 28].map(hypercareLabel)).toEqual([
			"Hypercare, day 1",
			"Hypercare, day 7",
			"Hypercare, week 2",
			"Hypercare, week 4",
		]);
	});

	it("is due at ten in the morning there, also when the clocks were turned", () => {
		const { schedule } = planHypercare(live);
		expect(schedule[0]).toEqual({ day: 1, dueAt: first });
		expect(schedule.at(-1)).toEqual({ day: 14, dueAt: "2026-03-15T17:00:00.000Z" });
	});

	it.each([
		["as planned", known("scheduled"), []],
		["done on another day", known("done", "2026-03-03T18:00:00.000Z"), []],
		["that needs a person", known("attention"), []],
		["called off", known("cancelled"), [{ day: 1, dueAt: first }]],
		["on another day", known("scheduled", "2026-03-03T18:00:00.000Z"), [{ day: 1, dueAt: first }]],
	])("leaves or mends a check-in %s", (_, one, wanted) => {
		expect(rest(planHypercare({ ...live, known: [one] }))).toEqual(wanted);
	});

	it.each([
		["before the go-live", { wentLiveAt: "2026-03-05" }],
		["without one", { wentLiveAt: null }],
		["when the onboarding is over", { isOver: true }],
	])("plans nothing %s, and calls off what is not done", (_, change) => {
		const all = [
			known("scheduled"),
			known("attention", first, 2),
			known("done", first, 3),
			known("cancelled", first, 4),
		];
		expect(planHypercare({ ...live, ...change, known: all })).toEqual({
			schedule: [],
			cancel: ["check-in-1", "check-in-2"],
		});
	});

	it("calls off what a shorter one no longer asks for", () => {
		expect(planHypercare({ ...live, known: [known("scheduled", first, 21)] }).cancel).toEqual(["check-in-21"]);
	});
});
