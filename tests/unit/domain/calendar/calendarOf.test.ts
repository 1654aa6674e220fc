import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "@/domain/calendar/calendarOf";
import { dayOfNumber } from "@/domain/calendar/day";
import { type DayUnit, dayUnits } from "@/domain/playbook/content";
import { baselineWorkingHours, type WorkingHours, weekdays } from "@/domain/workingHours";

const zones = [
	"UTC",
	"America/Los_Angeles",
	"America/St_Johns",
	"America/Nuuk",
	"Europe/Berlin",
	"Australia/Lord_Howe",
	"Pacific/Chatham",
	"Pacific/Kiritimati",
];

type Given = { from: string; days: number; unit?: DayUnit; timeZone?: string; workingHours?: WorkingHours | null };
const add = ({ from, days, unit = "working_days", timeZone = "UTC", workingHours = baselineWorkingHours }: Given) => {
	const calendar = calendarOf({ timeZone, workingHours });
	return dayOfNumber(calendar.addDays(calendar.dayOf(from), days, unit));
};
const workingDay = (now: string, timeZone = "UTC", workingHours: WorkingHours | null = baselineWorkingHours) =>
	dayOfNumber(calendarOf({ timeZone, workingHours }).workingDay(now));

const openOn = (...open: (typeof weekdays)[number][]): WorkingHours => {
	const hours = weekdays.map((day) => [day, { enabled: open.includes(day), start: "08:00", end: "16:30" }]);
	return Object.fromEntries(hours) as WorkingHours;
};

const friday = "2026-01-09T12:00:00Z";
const saturday = "2026-01-10T12:00:00Z";

describe("calendar days", () => {
	it.each([
		["are counted from the day of a moment", friday, 3, "2026-01-12"],
		["may end on a closed day", friday, 1, "2026-01-10"],
		["count back", friday, -7, "2026-01-02"],
		["may be none", friday, 0, "2026-01-09"],
	])("%s", (_, from, days, expected) => {
		expect(add({ from, days, unit: "calendar_days" })).toBe(expected);
	});
});

describe("working days", () => {
	it.each([
		["pass over closed days", friday, 1, "2026-01-12"],
		["are five to a week of five", friday, 10, "2026-01-23"],
		["count back over closed days", "2026-01-12T12:00:00Z", -1, "2026-01-09"],
		["count back whole weeks", "2026-01-12T12:00:00Z", -10, "2025-12-29"],
		["begin with the next open day when counted from a closed one", saturday, 1, "2026-01-12"],
		["begin with the last open day when counted back from a closed one", saturday, -1, "2026-01-09"],
		["move to the next open day when there are none to count", saturday, 0, "2026-01-12"],
		["stay on an open day when there are none to count", friday, 0, "2026-01-09"],
	])("%s", (_, from, days, expected) => {
		expect(add({ from, days })).toBe(expected);
	});

	it("that close after midnight are not over before their own date is", () => {
		const workingHours: WorkingHours = {
			...baselineWorkingHours,
			saturday: { enabled: true, start: "18:00", end: "04:00" },
		};
		expect(add({ from: friday, days: 1, workingHours })).toBe("2026-01-10");
		expect(workingDay("2026-01-10T23:59:59Z", "UTC", workingHours)).toBe("2026-01-10");
		expect(workingDay("2026-01-11T00:00:00Z", "UTC", workingHours)).toBe("2026-01-12");
	});

	it("are all days for a casino that has switched off every one", () => {
		expect(add({ from: friday, days: 2, workingHours: openOn() })).toBe("2026-01-11");
	});

	it("are those of a new casino as long as it has no hours", () => {
		expect(add({ from: friday, days: 1, workingHours: null })).toBe("2026-01-12");
	});

	it("are found at once however many are asked for", () => {
		expect(add({ from: "1999-12-31T12:00:00Z", days: 1_000_000, workingHours: openOn("friday") })).toBe(
			add({ from: "1999-12-31T12:00:00Z", days: 7_000_000, unit: "calendar_days", workingHours: openOn("friday") }),
		);
	});
});

describe("the casino's clock", () => {
	it("decides which date is counted from", () => {
		const from = "2026-01-06T01:00:00Z";
		expect(add({ from, days: 1, timeZone: "America/Los_Angeles" })).toBe("2026-01-06");
		expect(add({ from, days: 1, timeZone: "Asia/Tokyo" })).toBe("2026-01-07");
	});

	it("does not move a day that was given as one", () => {
		for (const timeZone of zones) expect(add({ from: "2026-01-06", days: 1, timeZone })).toBe("2026-01-07");
	});

	it("decides when a working day is over", () => {
		expect(workingDay("2026-01-09T16:59:59Z")).toBe("2026-01-09");
		expect(workingDay("2026-01-09T17:00:00Z")).toBe("2026-01-12");
		expect(workingDay("2026-01-10T12:00:00Z")).toBe("2026-01-12");
		expect(workingDay("2026-01-10T00:59:59Z", "America/Los_Angeles")).toBe("2026-01-09");
		expect(workingDay("2026-01-10T01:00:00Z", "America/Los_Angeles")).toBe("2026-01-12");
		expect(workingDay("2026-01-09T17:00:00Z", "UTC", openOn())).toBe("2026-01-10");
	});

	it("of an unknown zone is an error, as is what is no date", () => {
		expect(() => add({ from: friday, days: 1, timeZone: "Mars/Olympus" })).toThrow(RangeError);
		expect(() => add({ from: "soon", days: 1 })).toThrow(RangeError);
	});
});

const someInstant = fc
	.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
	.map((at) => new Date(at).toISOString());
const someZone = fc.constantFrom(...zones);
const someUnit = fc.constantFrom(...dayUnits);
const someDays = fc.integer({ min: -60, max: 60 });
const someHours = fc.subarray([...weekdays]).map((open) => openOn(...open));

const weekdayOf = (day: string) =>
	new Date(day).toLocaleDateString("en", { timeZone: "UTC", weekday: "long" }).toLowerCase();

describe("in every zone, season and week", () => {
	it("more days are never earlier, nor is a later start", () => {
		const given = fc.tuple(someInstant, someInstant, someDays, someDays, someUnit, someZone, someHours);
		fc.assert(
			fc.property(given, ([one, other, fewer, more, unit, timeZone, workingHours]) => {
				const [from, to] = [one, other].sort() as [string, string];
				const [least, most] = [fewer, more].sort((a, b) => a - b) as [number, number];
				const first = add({ from, days: least, unit, timeZone, workingHours });
				const last = add({ from: to, days: most, unit, timeZone, workingHours });
				expect(first <= last).toBe(true);
			}),
		);
	});

	it("from an open day there and back is the same date", () => {
		fc.assert(
			fc.property(someInstant, someDays, someUnit, someZone, someHours, (start, days, unit, timeZone, workingHours) => {
				const from = add({ from: start, days: 0, timeZone, workingHours });
				const there = add({ from, days, unit, timeZone, workingHours });
				const back = add({ from: there, days: -days, unit, timeZone, workingHours });
				expect(back).toBe(from);
			}),
		);
	});

	it("working days end on an open day, as many open days on as were asked for", () => {
		fc.assert(
			fc.property(someInstant, fc.nat(40), someZone, someHours, (from, days, timeZone, workingHours) => {
				const isOpen = (at: string) => workingHours[weekdayOf(at) as (typeof weekdays)[number]].enabled;
				const areAllClosed = weekdays.every((day) => !workingHours[day].enabled);
				const end = add({ from, days, timeZone, workingHours });
				let left = days;
				let on = add({ from, days: 0, unit: "calendar_days", timeZone, workingHours });
				if (days === 0) while (!isOpen(on) && !areAllClosed) on = nextDay(on, timeZone, workingHours);
				while (left > 0) {
					on = nextDay(on, timeZone, workingHours);
					if (isOpen(on) || areAllClosed) left--;
				}
				expect(end).toBe(on);
			}),
		);
	});
});

const nextDay = (from: string, timeZone: string, workingHours: WorkingHours) =>
	add({ from, days: 1, unit: "calendar_days", timeZone, workingHours });
