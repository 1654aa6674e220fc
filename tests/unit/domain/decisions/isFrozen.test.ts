import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionStatuses } from "@/domain/decisionStatus";
import { isFrozen } from "@/domain/decisions/isFrozen";

const freeze = { from: "2026-02-16T06:00:00.000Z", until: "2026-02-16T18:00:00.000Z" };
const during = "2026-02-16T12:00:00.000Z";
const frozenAt = (now: string) => isFrozen({ freeze, overrides: [], now });

describe("the freeze of settings", () => {
	it("is none where none is set", () => {
		expect(isFrozen({ freeze: null, overrides: [], now: during })).toBe(false);
	});

	it("holds from its first moment to before its last", () => {
		expect(frozenAt("2026-02-16T05:59:59.999Z")).toBe(false);
		expect(frozenAt(freeze.from)).toBe(true);
		expect(frozenAt("2026-02-16T17:59:59.999Z")).toBe(true);
		expect(frozenAt(freeze.until)).toBe(false);
	});

	it.each(decisionStatuses)("an override that is %s lifts it only when approved", (status) => {
		const overrides = [{ status, liftedUntil: null }];
		expect(isFrozen({ freeze, overrides, now: during })).toBe(status !== "approved");
	});

	it("an override ends at its moment", () => {
		const until = (liftedUntil: string) =>
			isFrozen({ freeze, overrides: [{ status: "approved", liftedUntil }], now: during });
		expect(until("2026-02-16T12:00:00.001Z")).toBe(false);
		expect(until(during)).toBe(true);
	});

	it("one override that lifts is enough, and none makes a freeze", () => {
		const some = fc.record({
			status: fc.constantFrom(...decisionStatuses),
			liftedUntil: fc.constantFrom(null, freeze.from, during, freeze.until),
		});
		fc.assert(
			fc.property(
				fc.array(some, { maxLength: 4 }),
				fc.constantFrom(freeze.from, during, freeze.until),
				(overrides, now) => {
					const isLifted = overrides.some((override) => !isFrozen({ freeze, overrides: [override], now }));
					expect(isFrozen({ freeze, overrides, now })).toBe(frozenAt(now) && !isLifted);
				},
			),
		);
	});
});
