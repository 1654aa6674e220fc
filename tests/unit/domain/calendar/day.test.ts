import { describe, expect, it, vi } from "vitest";
import { sayDaysAway } from "@/admin/parts/sayTime";
import {
	dayIn,
	daysBetween,
	endOfDay,
	hasDayCome,
	isDayOver,
	parseDay,
	plusDays,
	startOfDay,
} from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";

describe("a calendar day", () => {
	it.each([
		["2027-03-15", "2027-03-15"],
		["2028-02-29", "2028-02-29"],
		["2027-03-15T23:30:00Z", "2027-03-15"],
		["2027-03-15T23:30:00-08:00", "2027-03-16"],
		["2027-03-15T00:30:00.000+13:00", "2027-03-14"],
		[new Date("2027-03-15T12:00:00Z"), "2027-03-15"],
		["2027-03-15T00:30:00", "2027-03-15"],
		["2027-03-15T23:30", "2027-03-15"],
	])("sent as %s is %s", (sent, day) => {
		expect(parseDay(sent)).toBe(day);
	});

	it.each([
		"2027-02-30",
		"2027-02-29",
		"2027-13-01",
		"2027-3-5",
		"15.03.2027",
		"tomorrow",
		"",
		"2027",
		20270315,
		null,
		{},
		Number.NaN,
	])("is not %j", (sent) => {
		expect(parseDay(sent)).toBeNull();
	});

	it.each([
		["America/Los_Angeles", "2027-03-15T07:00:00.000Z", "2027-03-16T07:00:00.000Z"],
		// The clocks are turned forward on that day: it has 23 hours.
		["Europe/Vienna", "2027-03-14T23:00:00.000Z", "2027-03-15T23:00:00.000Z"],
		["Pacific/Auckland", "2027-03-14T11:00:00.000Z", "2027-03-15T11:00:00.000Z"],
		["Pacific/Kiritimati", "2027-03-14T10:00:00.000Z", "2027-03-15T10:00:00.000Z"],
		["UTC", "2027-03-15T00:00:00.000Z", "2027-03-16T00:00:00.000Z"],
	])("begins and ends on the clocks of %s", (zone, begins, ends) => {
		expect(startOfDay("2027-03-15", zone)).toBe(begins);
		expect(endOfDay("2027-03-15", zone)).toBe(ends);
		expect(dayIn(begins, zone)).toBe("2027-03-15");
		expect(dayIn(new Date(Date.parse(begins) - 1).toISOString(), zone)).toBe("2027-03-14");
		expect(dayIn(new Date(Date.parse(ends) - 1).toISOString(), zone)).toBe("2027-03-15");
		expect(dayIn(ends, zone)).toBe("2027-03-16");
		expect(dayIn("2027-03-15", zone)).toBe("2027-03-15");
	});

	it.each([
		["Atlantic/Azores", "2027-03-28", "2027-03-28T01:00:00.000Z"],
		["America/Havana", "2027-03-14", "2027-03-14T05:00:00.000Z"],
		["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
		["Asia/Beirut", "2027-03-28", "2027-03-27T22:00:00.000Z"],
	])("begins with the first moment that the clocks of %s show of it, where they skip midnight", (zone, day, begins) => {
		expect(startOfDay(day, zone)).toBe(begins);
		expect(endOfDay(plusDays(day, -1), zone)).toBe(begins);
		expect(dayIn(begins, zone)).toBe(day);
		expect(dayIn(new Date(Date.parse(begins) - 1).toISOString(), zone)).toBe(plusDays(day, -1));
	});

	it("is the one that was written, whatever the clock of the machine", () => {
		vi.stubEnv("TZ", "America/Los_Angeles");
		expect(new Date("2027-03-15T20:00:00").getUTCDate()).toBe(16);
		expect(["2027-03-15T20:00:00", "2027-03-15T20:00"].map(parseDay)).toEqual(["2027-03-15", "2027-03-15"]);
		vi.unstubAllEnvs();
	});

	it("is over once the next has begun, and has come once it has begun itself", () => {
		expect(["2027-03-14", "2027-03-15", "2027-03-16", null].map((day) => isDayOver(day, "2027-03-15"))).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(["2027-03-14", "2027-03-15", "2027-03-16", null].map((day) => hasDayCome(day, "2027-03-15"))).toEqual([
			true,
			true,
			false,
			false,
		]);
	});

	it("is counted on over months, years and changes of the clocks", () => {
		expect(plusDays("2027-12-31", 1)).toBe("2028-01-01");
		expect(plusDays("2027-03-01", -1)).toBe("2027-02-28");
		expect(daysBetween("2027-03-13", "2027-03-15")).toBe(2);
		expect(daysBetween("2028-03-01", "2028-02-28")).toBe(-2);
		expect(() => daysBetween("soon", "2027-03-15")).toThrow(RangeError);
	});

	it("is shown as it is in every zone, a moment as the day it falls on there", () => {
		expect(sayDay("2027-03-15", "America/Los_Angeles")).toBe("15 Mar 2027");
		expect(sayDay("2026-11-06T01:00:00Z", "America/Los_Angeles")).toBe("5 Nov 2026");
		expect(
			["2027-03-14", "2027-03-15", "2027-03-16", "2027-03-18", "2027-03-29"].map((day) =>
				sayDaysAway(day, "2027-03-15"),
			),
		).toEqual(["yesterday", "today", "tomorrow", "in 3 days", "in 2 weeks"]);
	});
});
