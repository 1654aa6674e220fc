import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkInDates } from "@/domain/checkInDates";

const dueAt = (startedAt: string, timezone: string) => checkInDates(startedAt, timezone).map(({ dueAt }) => dueAt);

describe("check-in dates", () => {
	it("are 1, 3 and 7 days after the start, at 10:00 by the casino's clock", () => {
		expect(checkInDates("2026-01-05T20:00:00Z", "America/Los_Angeles")).toEqual([
			{ day: 1, dueAt: "2026-01-06T18:00:00.000Z" },
			{ day: 3, dueAt: "2026-01-08T18:00:00.000Z" },
			{ day: 7, dueAt: "2026-01-12T18:00:00.000Z" },
		]);
	});

	it("count from the casino's date, not from that of UTC", () => {
		expect(dueAt("2026-01-05T20:00:00Z", "Asia/Tokyo")[0]).toBe("2026-01-07T01:00:00.000Z");
		expect(dueAt("2026-01-05T01:00:00Z", "America/Los_Angeles")[0]).toBe("2026-01-05T18:00:00.000Z");
	});

	it("stay at 10:00 when the clocks change in between", () => {
		expect(dueAt("2026-03-06T20:00:00Z", "America/New_York")).toEqual([
			"2026-03-07T15:00:00.000Z",
			"2026-03-09T14:00:00.000Z",
			"2026-03-13T14:00:00.000Z",
		]);
		expect(dueAt("2026-10-24T12:00:00Z", "Europe/Berlin")[0]).toBe("2026-10-25T09:00:00.000Z");
	});

	it("are at 10:00 local in every zone and season", () => {
		const zones = [
			"Europe/London",
			"America/St_Johns",
			"Australia/Lord_Howe",
			"Pacific/Chatham",
			"Asia/Kathmandu",
			"UTC",
		];
		const start = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
		fc.assert(
			fc.property(start, fc.constantFrom(...zones), (instant, timeZone) => {
				for (const due of dueAt(new Date(instant).toISOString(), timeZone)) {
					const shown = new Date(due).toLocaleTimeString("en-GB", { timeZone });
					expect(shown).toBe("10:00:00");
				}
			}),
		);
	});

	it("an unknown zone is an error, not a guess", () => {
		expect(() => checkInDates("2026-01-05T20:00:00Z", "Mars/Olympus")).toThrow(RangeError);
	});
});
