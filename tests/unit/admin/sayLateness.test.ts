import { expect, it } from "vitest";
import { sayLateness } from "@/admin/parts/sayTime";

it.each([
	[-5, "5 days early"],
	[-1, "1 day early"],
	[0, "on the day"],
	[1, "1 day late"],
	[25, "25 days late"],
])("%i days after what was promised is “%s”", (days, words) => {
	expect(sayLateness(days)).toBe(words);
});
