import { describe, expect, it } from "vitest";
import {
	countWeeklyShifts,
	findAgreedScope,
	findScopeGap,
	findShiftProblem,
	formatScope,
} from "@/domain/adoption/agreedScope";
import { aScope, noScope } from "../playbook/onboarded";

const bar = { id: "area-2", name: "Bar" };
const late = { name: "Late", starts: "22:00", ends: "04:00", days: [] };

describe("the agreed scope", () => {
	it("of the pilot is the go-live's where the pilot says nothing else", () => {
		const of = (pilot: Partial<typeof noScope>) =>
			findAgreedScope({ goLive: aScope, pilot: { ...noScope, ...pilot } }, "pilot");
		expect(of({})).toEqual(aScope);
		expect(of({ areas: [bar] })).toEqual({ ...aScope, areas: [bar] });
		expect(of({ tables: [bar] })).toEqual({ ...aScope, areas: [], tables: [bar] });
		expect(of({ shifts: [late] })).toEqual({ ...aScope, shifts: [late] });
	});

	it("of the go-live is never the pilot's", () => {
		const written = { goLive: noScope, pilot: aScope };
		expect(findAgreedScope(written, "goLive")).toBeNull();
		expect(findScopeGap(written, "goLive")).toBe("the areas or tables and the shifts");
		expect(findAgreedScope(written, "pilot")).toEqual(aScope);
		expect(findScopeGap(written, "pilot")).toBeNull();
	});

	it.each([
		["places", { ...aScope, areas: [] }, "the areas or tables"],
		["shifts", { ...aScope, shifts: [] }, "the shifts"],
	])("is none without %s", (_, goLive, gap) => {
		const written = { goLive, pilot: noScope };
		expect(findAgreedScope(written, "goLive")).toBeNull();
		expect(findAgreedScope(written, "pilot")).toBeNull();
		expect(findScopeGap(written, "goLive")).toBe(gap);
	});

	it("counts the shifts of a week by the days they begin on, and is told in words", () => {
		expect(countWeeklyShifts(aScope)).toBe(7 + 2);
		expect(formatScope(aScope)).toBe("Main pit; Day 06:00–18:00, Night 18:00–06:00 on Friday and Saturday");
	});
});

describe("a list of shifts", () => {
	const day = { name: "Day", starts: "06:00", ends: "14:00", days: [] };

	it.each([
		[
			"one name twice",
			[day, { ...late, name: " DAY " }],
			"Two shifts are called “ DAY ”. Give each a name of its own.",
		],
		["the same hours twice", [day, { ...day, name: "Early" }], "Shift 2 has the hours of another one on the same day."],
	] as const)("with %s is refused", (_, shifts, problem) => {
		expect(findShiftProblem(shifts)).toBe(problem);
	});

	it.each([
		["a night past midnight", [day, late]],
		["one around the clock", [{ ...day, ends: "06:00" }]],
		["two that overlap at the handover", [day, { ...day, name: "Second", starts: "13:30", ends: "21:30" }]],
		[
			"the same hours on other days",
			[
				{ ...day, days: ["monday"] },
				{ ...day, name: "Weekend", days: ["sunday"] },
			],
		],
		["half a row, which its own fields refuse", [{ name: "Day" }]],
	] as const)("with %s is taken", (_, shifts) => {
		expect(findShiftProblem(shifts)).toBeNull();
	});
});
