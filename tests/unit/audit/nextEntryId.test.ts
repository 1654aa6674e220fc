import { expect, it } from "vitest";
import { nextEntryId } from "@/audit/nextEntryId";

it("makes UUIDs of version 7 that sort in the order they were made, however many in a millisecond", () => {
	const ids = Array.from({ length: 20_000 }, nextEntryId);
	for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect([...ids].sort()).toEqual(ids);
	expect(new Set(ids).size).toBe(ids.length);
	const first = Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16);
	expect(Math.abs(first - Date.now())).toBeLessThan(60_000);
});
