import { describe, expect, it } from "vitest";
import { needsAcknowledgement } from "@/domain/health/acknowledgement";

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
});
