import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnacknowledgedTooLong, needsAcknowledgement } from "@/domain/health/acknowledgement";

const since = "2026-03-02T12:00:00.000Z";
const before = "2026-03-02T11:59:59.999Z";

describe("the acknowledgement of health", () => {
	it.each(["yellow", "red"] as const)("%s waits for a manager", (level) => {
		expect(needsAcknowledgement({ level, since, acknowledgedAt: null })).toBe(true);
		expect(needsAcknowledgement({ level, since, acknowledgedAt: since })).toBe(false);
	});

	it("green waits for nobody", () => {
		expect(needsAcknowledgement({ level: "green", since, acknowledgedAt: null })).toBe(false);
	});

	it("who acknowledged an earlier level has not seen this one", () => {
		expect(needsAcknowledgement({ level: "red", since, acknowledgedAt: before })).toBe(true);
	});

	it("has waited too long from the last hour on", () => {
		const waits = { level: "red", since, acknowledgedAt: null, hours: 24 } as const;
		expect(isUnacknowledgedTooLong({ ...waits, now: "2026-03-03T11:59:59.999Z" })).toBe(false);
		expect(isUnacknowledgedTooLong({ ...waits, now: "2026-03-03T12:00:00.000Z" })).toBe(true);
		expect(isUnacknowledgedTooLong({ ...waits, acknowledgedAt: since, now: "2026-04-01T00:00:00Z" })).toBe(false);
		expect(isUnacknowledgedTooLong({ ...waits, level: "green", now: "2026-04-01T00:00:00Z" })).toBe(false);
	});

	it("once too long, stays so until somebody looks", () => {
		const hour = 3_600_000;
		const at = (hours: number) => new Date(Date.parse(since) + hours * hour).toISOString();
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 72 }), fc.nat({ max: 200 }), fc.nat({ max: 200 }), (hours, one, more) => {
				const waits = { level: "yellow", since, acknowledgedAt: null, hours } as const;
				const early = isUnacknowledgedTooLong({ ...waits, now: at(one) });
				const late = isUnacknowledgedTooLong({ ...waits, now: at(one + more) });
				expect(!early || late).toBe(true);
				expect(early).toBe(one >= hours);
			}),
		);
	});
});
