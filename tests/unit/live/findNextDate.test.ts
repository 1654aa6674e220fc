import { expect, test } from "vitest";
import { findNextDate } from "@/operations/live/findNextDate";

test("the next date is the earliest that is still ahead", () => {
	const checkIn = (day: number, dueAt: string) =>
		({ id: `n${day}`, label: `Day ${day}`, day, dueAt, status: "scheduled", outcome: null }) as const;
	const given = {
		...{ run: null, invoices: [], goLiveAt: "2026-02-01" },
		checkIns: [checkIn(1, "2026-01-02T00:00:00Z"), checkIn(3, "2026-01-04T00:00:00Z")],
		invite: { name: "Ada", email: "ada@x.example", status: "pending", expiresAt: "2026-01-09T00:00:00Z" },
	};
	const at = (now: string) => findNextDate({ ...given, today: now.slice(0, 10) }, new Date(now))?.what ?? null;
	expect(at("2026-01-01T00:00:00Z")).toBe("Day 1");
	expect(at("2026-01-03T00:00:00Z")).toBe("Day 3");
	expect(at("2026-01-08T00:00:00Z")).toBe("The administrator's invitation expires");
	expect(at("2026-01-10T00:00:00Z")).toBe("Go-live");
	expect(at("2026-02-01T23:59:59Z")).toBe("Go-live");
	expect(at("2026-02-02T00:00:00Z")).toBeNull();
});
