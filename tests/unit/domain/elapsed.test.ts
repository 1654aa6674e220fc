import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysSince, hasCome, plusDays } from "@/domain/elapsed";

const now = "2026-03-09T12:00:00.000Z";

describe("elapsed time", () => {
	it("a moment has come from itself on, however it is written; an unknown one never has", () => {
		expect(hasCome(now, now)).toBe(true);
		expect(hasCome("2026-03-09T12:00:00Z", now)).toBe(true);
		expect(hasCome("2026-03-09T12:00:00.001Z", now)).toBe(false);
		expect([hasCome(null, now), hasCome(undefined, now)]).toEqual([false, false]);
	});

	it("days since and days added are each other's opposite", () => {
		fc.assert(
			fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
				expect(daysSince(plusDays(now, days), now) + days).toBe(0);
				expect(hasCome(plusDays(now, days), now)).toBe(days <= 0);
			}),
		);
	});
});
