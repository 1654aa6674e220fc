import { expect, test } from "vitest";
import { findAmountProblem, readAmount, rereadAmount, sayAmount, showAmount } from "@/admin/fields/readAmount";

test.each([
	["1250", "usd", 125_000],
	["1,250.5", "usd", 125_050],
	["1250", "jpy", 1250],
	["1.234", "kwd", 1234],
	["  ", "usd", null],
])("%s in %s is kept as %s minor units", (text, currency, minor) => {
	const reading = { currency, locale: "en" };
	expect(readAmount(text, reading)).toBe(minor);
	if (minor !== null) expect(readAmount(showAmount(minor, reading), reading)).toBe(minor);
});

test("what is not an amount stays as typed and says why", () => {
	for (const [text, currency] of [
		["12.345", "usd"],
		["1.5", "jpy"],
		["ten", "usd"],
		["1,2,5", "eur"],
		["5", "us"],
	] as const) {
		const reading = { currency, locale: "en" };
		const value = readAmount(text, reading);
		expect(value).toBe(text);
		expect(showAmount(value, reading)).toBe(text);
		expect(findAmountProblem(value, reading)).toMatch(/\w/);
	}
	expect(findAmountProblem(1250, { currency: "usd", locale: "en" })).toBeNull();
});

test("a German reader types, and reads, figures as they write them", () => {
	const reading = { currency: "eur", locale: "de" };
	expect(readAmount("12.500,00", reading)).toBe(1_250_000);
	expect(readAmount("12.500", reading)).toBe(1_250_000);
	expect(showAmount(1_250_050, reading)).toBe("12500,50");
	expect(sayAmount(1_250_000, reading).replaceAll("\u00a0", " ")).toBe("12.500,00 €");
	expect(sayAmount("12,5,0", reading)).toBe("");
});

test.each([
	["10.00", "jpy", "en", "10", 10],
	["10.000", "usd", "en", "10", 1000],
	["1,250.00", "jpy", "en", "1,250", 1250],
	["12.500,00", "jpy", "de", "12.500", 12_500],
	["12.500", "kwd", "de", "12.500", 12_500_000],
	["1.000", "kwd", "de", "1.000", 1_000_000],
	["10.5", "kwd", "en", "10.5", 10_500],
	["10.50", "jpy", "en", "10.50", "10.50"],
	["ten", "eur", "en", "ten", "ten"],
])(
	"%s stay the figures that were typed when the currency becomes %s (%s)",
	(text, currency, locale, figures, value) => {
		expect(rereadAmount(text, { currency, locale })).toEqual({ figures, value });
	},
);
