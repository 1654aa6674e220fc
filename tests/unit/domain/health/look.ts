import { expect } from "vitest";
import { assessHealth } from "@/domain/health/assessHealth";
import type { HealthReason, HealthRuleName } from "@/domain/health/healthReason";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { now } from "../playbook/onboarded";

export const look = (facts: OnboardingFacts, forecastAt: string | null = null, previous: HealthReason[] = []) =>
	assessHealth({ facts, forecastAt, previous, now });

export const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();

export const dayAgo = (days: number) => ago(days).slice(0, 10);

/** When that day began, and the one before it was over. */
export const midnight = (days: number) => `${dayAgo(days)}T00:00:00.000Z`;

/** What is wrong, and the one reason expected: rule, level, value, what it says, its record, since when; the forecast. */
export type Told = [string, HealthRuleName, "yellow" | "red", OnboardingFacts, string, RegExp, string, string, string?];

export function expectReason(...[, rule, level, facts, value, says, record, since, forecastAt]: Told): void {
	const health = look(facts, forecastAt ?? null);
	expect(health).toMatchObject({ level, reasons: [{ rule, level, value, says: expect.stringMatching(says), since }] });
	expect(health.reasons).toHaveLength(1);
	expect(health.reasons[0]?.record?.id).toBe(record);
}

/** What is well, and the forecast. */
export type Untold = [string, OnboardingFacts, string?];

export function expectNoReason(...[, facts, forecastAt]: Untold): void {
	expect(look(facts, forecastAt ?? null)).toEqual({ level: "green", reasons: [] });
}
