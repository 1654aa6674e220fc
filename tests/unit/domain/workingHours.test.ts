import { expect, it } from "vitest";
import { baselineWorkingHours, validateWorkingHours } from "@/domain/workingHours";

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
	[
		"an end before the start",
		{ ...baselineWorkingHours, saturday: { enabled: false, start: "09:00", end: "09:00" } },
		"Saturday: the end must be after the start.",
	],
])("refuses %s, in words", (_, value, words) => {
	expect(validateWorkingHours(value)).toBe(words);
});
