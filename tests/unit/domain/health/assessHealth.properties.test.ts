import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessHealth } from "@/domain/health/assessHealth";
import { type HealthReason, healthLevels } from "@/domain/health/healthReason";
import { someDay, someFacts, someMoment } from "../playbook/someFacts";

const someForecast = fc.option(someDay, { nil: null });
const isKept = (reason: HealthReason, before: readonly HealthReason[]) =>
	before.some(
		({ rule, level, record, since }) =>
			rule === reason.rule &&
			level === reason.level &&
			record?.id === reason.record?.id &&
			record?.collection === reason.record?.collection &&
			since === reason.since,
	);
const gravity = ({ level }: Pick<HealthReason, "level">) => healthLevels.indexOf(level);

describe("health of any facts", () => {
	it("is as bad as its worst reason, and green exactly without one", () => {
		fc.assert(
			fc.property(someFacts, someForecast, someMoment, (facts, forecastAt, now) => {
				const { level, reasons } = assessHealth({ facts, forecastAt, previous: [], now });
				expect(healthLevels.indexOf(level)).toBe(Math.max(0, ...reasons.map(gravity)));
				expect(level === "green").toBe(reasons.length === 0);
			}),
			{ numRuns: 500 },
		);
	});

	it("tells the worst first, then the oldest, each in a sentence and never since tomorrow", () => {
		fc.assert(
			fc.property(someFacts, someForecast, someMoment, (facts, forecastAt, now) => {
				const { reasons } = assessHealth({ facts, forecastAt, previous: [], now });
				for (const [index, reason] of reasons.entries()) {
					expect(reason.says).toMatch(/^[A-Z0-9].*\.$/);
					expect(reason.says).not.toMatch(/undefined|null|NaN/);
					expect(Date.parse(reason.since)).toBeLessThanOrEqual(Date.parse(now));
					const next = reasons[index + 1];
					if (!next) continue;
					expect(gravity(reason)).toBeGreaterThanOrEqual(gravity(next));
					if (next.level === reason.level) {
						expect(Date.parse(reason.since)).toBeLessThanOrEqual(Date.parse(next.since));
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("looked at twice in one moment is the same", () => {
		fc.assert(
			fc.property(someFacts, someForecast, someMoment, (facts, forecastAt, now) => {
				const first = assessHealth({ facts, forecastAt, previous: [], now });
				expect(assessHealth({ facts, forecastAt, previous: first.reasons, now })).toEqual(first);
			}),
			{ numRuns: 500 },
		);
	});

	it("does not depend on the order in which records were read", () => {
		fc.assert(
			fc.property(someFacts, someForecast, someMoment, (facts, forecastAt, now) => {
				const reversed = {
					...facts,
					invoices: facts.invoices.toReversed(),
					staff: facts.staff.toReversed(),
					adoption: facts.adoption.toReversed(),
					items: { ...facts.items, overdue: facts.items.overdue.toReversed() },
				};
				expect(assessHealth({ facts: reversed, forecastAt, previous: [], now })).toEqual(
					assessHealth({ facts, forecastAt, previous: [], now }),
				);
			}),
			{ numRuns: 500 },
		);
	});

	it("looked at later keeps since when, for whatever still stands as it stood", () => {
		fc.assert(
			fc.property(someFacts, someForecast, someMoment, fc.nat({ max: 40 }), (facts, forecastAt, now, days) => {
				const previous = assessHealth({ facts, forecastAt, previous: [], now }).reasons;
				const later = new Date(Date.parse(now) + days * 86_400_000).toISOString();
				const { reasons } = assessHealth({ facts, forecastAt, previous, now: later });
				for (const reason of reasons) {
					const stood = previous.some(
						({ rule, level, record }) =>
							rule === reason.rule && level === reason.level && record?.id === reason.record?.id,
					);
					if (stood) expect(isKept(reason, previous)).toBe(true);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
