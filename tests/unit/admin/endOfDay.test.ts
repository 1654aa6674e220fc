import { describe, expect, test } from "vitest";
import { dayIn } from "@/admin/parts/dayIn";
import { endOfDay } from "@/admin/parts/endOfDay";
import { sayDay } from "@/admin/parts/sayTime";

describe("a day of a casino", () => {
	test.each(["America/Los_Angeles", "Europe/Malta", "Asia/Macau", "UTC"])("ends late on the same day in %s", (zone) => {
		const end = endOfDay("2026-11-05", zone);
		expect(dayIn(end, zone)).toBe("2026-11-05");
		expect(sayDay(end, zone)).toBe("5 Nov 2026");
		expect(dayIn(new Date(Date.parse(end) + 1000).toISOString(), zone)).toBe("2026-11-06");
	});

	test("is that of its own clocks: five in the afternoon in Los Angeles is no day later", () => {
		expect(sayDay("2026-11-06T01:00:00Z", "America/Los_Angeles")).toBe("5 Nov 2026");
	});
});
