import { expect, test } from "vitest";
import { groupWork } from "@/admin/my-work/groupWork";
import { timelineScale } from "@/admin/portfolio/timelineScale";
import { niceTop } from "@/admin/reports/niceTop";
import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import type { WorkItem } from "@/operations/portfolio/readMyWork";

const now = "2026-03-10T12:00:00.000Z";
const item = (id: string, daysLeft: number | null, waitsFor: string[] = []) =>
	({ id, daysLeft, waitsFor }) as unknown as WorkItem;

test("items stand under when they are due, and what waits for something else after what can be done", () => {
	const groups = groupWork([
		item("blocked", -9, ["Before it"]),
		item("late", -1),
		item("today", 0),
		item("week", 7),
		item("later", 8),
		item("sometime", null),
	]);
	expect(groups.map(({ name, items }) => [name, ...items.map(({ id }) => id)])).toEqual([
		["Overdue", "late", "blocked"],
		["Today", "today"],
		["Next 7 days", "week"],
		["Later", "later"],
		["Without a date", "sometime"],
	]);
	expect(groupWork([])).toEqual([]);
});

test("a timeline holds every bar and today, and marks no more months than can be read", () => {
	const row = (openedAt: string, forecastAt: string | null) =>
		({ openedAt, forecastAt, promisedAt: null, wentLiveAt: null }) as PortfolioRow;
	const scale = timelineScale([row("2024-01-05T00:00:00Z", "2025-02-01T00:00:00Z")], now);
	expect(scale.placeOf("2024-01-05T00:00:00Z")).toBeGreaterThan(0);
	expect(scale.placeOf(now)).toBeLessThan(100);
	expect(scale.placeOf("2030-01-01T00:00:00Z")).toBe(100);
	expect(scale.ticks.length).toBeGreaterThan(3);
	expect(scale.ticks.length).toBeLessThanOrEqual(12);
	expect(scale.ticks.some(({ label }) => label === "Jan 2025")).toBe(true);
});

test("an axis ends at a round number at or above the highest value", () => {
	expect([0.4, 1, 1.2, 37, 40, 41, 99, 101].map(niceTop)).toEqual([1, 1, 2, 40, 40, 50, 100, 200]);
});
