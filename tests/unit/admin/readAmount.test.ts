import { expect, test } from "vitest";
import { findAmountProblem, readAmount, showAmount } from "@/admin/fields/readAmount";

test.each([
	["1250", "usd", 125_000],
	["1,250.5", "usd", 125_050],
	["1250", "jpy", 1250],
	["1.234", "kwd", 1234],
	["  ", "usd", null],
])("%s in %s is kept as %s minor units", (text, currency, minor) => {
	expect(readAmount(text, currency)).toBe(minor);
	if (minor !== null) expect(readAmount(showAmount(minor, currency), currency)).toBe(minor);
});

test("what is not an amount stays as typed and says why", () => {
	for (const [text, currency] of [
		["12.345", "usd"],
		["1.5", "jpy"],
		["ten", "usd"],
		["1,25", "eur"],
		["5", "us"],
	] as const) {
		const value = readAmount(text, currency);
		expect(value).toBe(text);
		expect(showAmount(value, currency)).toBe(text);
		expect(findAmountProblem(value, currency)).toMatch(/\w/);
	}
	expect(findAmountProblem(1250, "usd")).toBeNull();
});
