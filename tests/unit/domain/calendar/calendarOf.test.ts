import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "@/domain/calendar/calendarOf";
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
const add = ({ from, days, unit = "working_days", timeZone = "UTC", workingHours = baselineWorkingHours }: Given) =>
	new Date(calendarOf({ timeZone, workingHours }).addDays(Date.parse(from), days, unit)).toISOString();

const openOn = (...open: (typeof weekdays)[number][]): WorkingHours => {
	const hours = weekdays.map((day) => [day, { enabled: open.includes(day), start: "08:00", end: "16:30" }]);
	return Object.fromEntries(hours) as WorkingHours;
};

const friday = "2026-01-09T12:00:00Z";
const saturday = "2026-01-10T12:00:00Z";

describe("calendar days", () => {
	it.each([
		["end with the day's working hours", friday, 3, "2026-01-12T17:00:00.000Z"],
		["may end on a closed day, at 17:00 whatever hours it keeps", friday, 1, "2026-01-10T17:00:00.000Z"],
		["count back", friday, -7, "2026-01-02T17:00:00.000Z"],
		["may be none", friday, 0, "2026-01-09T17:00:00.000Z"],
	])("%s", (_, from, days, expected) => {
		expect(add({ from, days, unit: "calendar_days" })).toBe(expected);
	});
});

describe("working days", () => {
	it.each([
		["pass over closed days", friday, 1, "2026-01-12T17:00:00.000Z"],
		["are five to a week of five", friday, 10, "2026-01-23T17:00:00.000Z"],
		["count back over closed days", "2026-01-12T12:00:00Z", -1, "2026-01-09T17:00:00.000Z"],
		["count back whole weeks", "2026-01-12T12:00:00Z", -10, "2025-12-29T17:00:00.000Z"],
		["begin with the next open day when counted from a closed one", saturday, 1, "2026-01-12T17:00:00.000Z"],
		["begin with the last open day when counted back from a closed one", saturday, -1, "2026-01-09T17:00:00.000Z"],
		["move to the next open day when there are none to count", saturday, 0, "2026-01-12T17:00:00.000Z"],
		["stay on an open day when there are none to count", friday, 0, "2026-01-09T17:00:00.000Z"],
	])("%s", (_, from, days, expected) => {
		expect(add({ from, days })).toBe(expected);
	});

	it("end when that day ends", () => {
		const workingHours: WorkingHours = {
			...baselineWorkingHours,
			saturday: { enabled: true, start: "09:00", end: "13:00" },
		};
		expect(add({ from: friday, days: 1, workingHours })).toBe("2026-01-10T13:00:00.000Z");
	});

	it("that close after midnight end on their own date", () => {
		const workingHours: WorkingHours = {
			...baselineWorkingHours,
			saturday: { enabled: true, start: "18:00", end: "04:00" },
		};
		expect(add({ from: friday, days: 1, workingHours })).toBe("2026-01-10T23:59:00.000Z");
		expect(add({ from: friday, days: 2, workingHours })).toBe("2026-01-12T17:00:00.000Z");
	});

	it("are all days for a casino that has switched off every one", () => {
		expect(add({ from: friday, days: 2, workingHours: openOn() })).toBe("2026-01-11T16:30:00.000Z");
	});

	it("are those of a new casino as long as it has no hours", () => {
		expect(add({ from: friday, days: 1, workingHours: null })).toBe("2026-01-12T17:00:00.000Z");
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
		expect(add({ from, days: 1, timeZone: "America/Los_Angeles" })).toBe("2026-01-07T01:00:00.000Z");
		expect(add({ from, days: 1, timeZone: "Asia/Tokyo" })).toBe("2026-01-07T08:00:00.000Z");
	});

	it("is followed when it is changed in between", () => {
		expect(add({ from: "2026-03-06T20:00:00Z", days: 1, timeZone: "America/New_York" })).toBe(
			"2026-03-09T21:00:00.000Z",
		);
		expect(add({ from: "2026-10-23T12:00:00Z", days: 1, timeZone: "Europe/Berlin" })).toBe("2026-10-26T16:00:00.000Z");
	});

	it("that skips the closing time closes on the same date, and that shows it twice at the first", () => {
		const closingAt = (end: string): WorkingHours => ({
			...baselineWorkingHours,
			saturday: { enabled: true, start: "00:00", end },
			sunday: { enabled: true, start: "00:00", end },
		});
		const onThatDay = (from: string, timeZone: string, end: string) =>
			add({ from, days: 0, timeZone, workingHours: closingAt(end) });
		expect(onThatDay("2026-03-28T12:00:00Z", "America/Nuuk", "23:30")).toBe("2026-03-29T00:30:00.000Z");
		expect(onThatDay("2026-03-08T18:00:00Z", "America/New_York", "02:30")).toBe("2026-03-08T06:30:00.000Z");
		expect(onThatDay("2026-11-01T18:00:00Z", "America/New_York", "01:30")).toBe("2026-11-01T05:30:00.000Z");
		expect(onThatDay("2026-10-25T12:00:00Z", "Europe/Berlin", "02:30")).toBe("2026-10-25T00:30:00.000Z");
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

const localDate = (at: string, timeZone: string) => new Date(at).toLocaleDateString("en-CA", { timeZone });
const weekdayOf = (at: string, timeZone: string) =>
	new Date(at).toLocaleDateString("en", { timeZone, weekday: "long" }).toLowerCase();

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
				expect(localDate(back, timeZone)).toBe(localDate(from, timeZone));
			}),
		);
	});

	it("working days end on an open day, as many open days on as were asked for", () => {
		fc.assert(
			fc.property(someInstant, fc.nat(40), someZone, someHours, (from, days, timeZone, workingHours) => {
				const isOpen = (at: string) => workingHours[weekdayOf(at, timeZone) as (typeof weekdays)[number]].enabled;
				const areAllClosed = weekdays.every((day) => !workingHours[day].enabled);
				const end = localDate(add({ from, days, timeZone, workingHours }), timeZone);
				let left = days;
				let on = add({ from, days: 0, unit: "calendar_days", timeZone, workingHours });
				if (days === 0) while (!isOpen(on) && !areAllClosed) on = nextDay(on, timeZone, workingHours);
				while (left > 0) {
					on = nextDay(on, timeZone, workingHours);
					if (isOpen(on) || areAllClosed) left--;
				}
				expect(end).toBe(localDate(on, timeZone));
			}),
		);
	});
});

const nextDay = (from: string, timeZone: string, workingHours: WorkingHours) =>
	add({ from, days: 1, unit: "calendar_days", timeZone, workingHours });
