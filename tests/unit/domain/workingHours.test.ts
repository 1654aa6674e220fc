import { expect, it } from "vitest";
import { baselineWorkingHours, closesNextDay, sayHours, validateWorkingHours } from "@/domain/workingHours";

it("the baseline is that of step 5: weekdays nine to five, closed at weekends", () => {
	const open = { enabled: true, start: "09:00", end: "17:00" };
	expect(baselineWorkingHours).toEqual({
		monday: open,
		tuesday: open,
		wednesday: open,
		thursday: open,
		friday: open,
		saturday: { enabled: false, start: "09:00", end: "13:00" },
		sunday: { enabled: false, start: "09:00", end: "17:00" },
	});
	expect(validateWorkingHours(baselineWorkingHours)).toBe(true);
});

it.each([
	["nothing", null, "Give the hours of each weekday."],
	["a missing day", { ...baselineWorkingHours, sunday: undefined }, "Sunday: give its hours."],
	["an unknown day", { ...baselineWorkingHours, holiday: {} }, "“holiday” is not a weekday."],
	[
		"no switch",
		{ ...baselineWorkingHours, monday: { start: "09:00", end: "17:00" } },
		"Monday: say whether it is open.",
	],
	[
		"no time",
		{ ...baselineWorkingHours, monday: { enabled: true, start: "9", end: "17:00" } },
		"Monday: the start must be a time such as 09:00.",
	],
	[
		"an hour that does not exist",
		{ ...baselineWorkingHours, monday: { enabled: true, start: "09:00", end: "24:00" } },
		"Monday: the end must be a time such as 17:00.",
	],
])("refuses %s, in words", (_, value, words) => {
	expect(validateWorkingHours(value)).toBe(words);
});

it.each([
	["09:00", "17:00", false, "09:00 – 17:00"],
	["18:00", "04:00", true, "18:00 – 04:00 the next day"],
	["10:00", "00:00", true, "10:00 – 00:00"],
	["06:00", "06:00", true, "Open 24 hours, from 06:00"],
	["00:00", "00:00", true, "Open 24 hours"],
	["00:00", "23:59", false, "00:00 – 23:59"],
])("takes hours from %s to %s; that they end on the next day is %s", (start, end, isNextDay, words) => {
	const hours = { enabled: true, start, end };
	expect(validateWorkingHours({ ...baselineWorkingHours, friday: hours })).toBe(true);
	expect([closesNextDay(hours), sayHours(hours)]).toEqual([isNextDay, words]);
});
