import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, isCurrency, moneyInFigures, parseMoney } from "@/domain/money";
import { InvalidInput } from "@/errors";

describe("showing money", () => {
	it.each([
		[125_000, "usd", "$1,250.00"],
		[5, "usd", "$0.05"],
		[-125_050, "USD", "-$1,250.50"],
		[0, "eur", "€0.00"],
		[1250, "jpy", "¥1,250"],
		[1_250_500, "kwd", "KWD 1,250.500"],
		[125_000, "huf", "HUF 1,250.00"],
		[125_000, "isk", "ISK 1,250.00"],
		[9_007_199_254_740_991, "usd", "$90,071,992,547,409.91"],
	])("%d %s is %s", (amount, currency, shown) => {
		expect(formatMoney(amount, currency).replaceAll("\u00a0", " ")).toBe(shown);
	});

	it("follows the reader's locale", () => {
		expect(formatMoney(125_000, "eur", "de").replaceAll("\u00a0", " ")).toBe("1.250,00 €");
	});

	it("shows an unknown currency as it is instead of failing", () => {
		expect(formatMoney(1250, "currency")).toBe("1250 currency");
	});
});

describe("reading money", () => {
	it.each([
		["1250", "usd", 125_000],
		[" 1,250.5 ", "usd", 125_050],
		["0.07", "usd", 7],
		["1,234,567.89", "eur", 123_456_789],
		["1250", "jpy", 1250],
		["1.005", "kwd", 1005],
		["1250,50", "eur", 125_050],
		["1,25", "usd", 125],
		["12.500,00", "eur", 1_250_000],
		["1.234.567", "eur", 123_456_700],
		["1.234.567,8", "eur", 123_456_780],
		["12 500,00", "eur", 1_250_000],
		["12\u202f500,5", "eur", 1_250_050],
		["12’500.00", "chf", 1_250_000],
		["12,50,000.00", "inr", 125_000_000],
		["1.234,567", "kwd", 1_234_567],
		["1250.00", "jpy", 1250],
		["0,500", "kwd", 500],
	])("%s %s", (text, currency, amount) => {
		expect(parseMoney(text, currency)).toBe(amount);
	});

	it.each([
		["", "usd"],
		["free", "usd"],
		["-5", "usd"],
		["12.500", "usd"],
		["1.25,000", "usd"],
		["1,2,3", "usd"],
		["12 50", "usd"],
		["1 250 5,00", "eur"],
		["1.2.3", "usd"],
		["5.", "usd"],
		[".5", "usd"],
		["1e3", "usd"],
		["1.005", "usd"],
		["1.5", "jpy"],
		["90071992547409.92", "usd"],
		["5", "dollars"],
	])("refuses “%s” in %s", (text, currency) => {
		expect(() => parseMoney(text, currency)).toThrow(InvalidInput);
	});

	it.each([
		["12.500", "eur", "en", null],
		["12.500", "eur", "de", 1_250_000],
		["12,500", "eur", "en", 1_250_000],
		["12,500", "eur", "de", null],
		["12.500", "jpy", "de", 12_500],
		["12,500", "jpy", "en", 12_500],
		["12.500", "kwd", "en", 12_500],
		["12.500", "kwd", "de", 12_500_000],
		["12,500", "kwd", "de", 12_500],
		["12.500,00", "eur", "en", 1_250_000],
		["12,500.00", "eur", "de", 1_250_000],
	])("that may be either, %s in %s, is what it is to a reader of “%s”", (text, currency, locale, amount) => {
		if (amount === null) expect(() => parseMoney(text, currency, locale)).toThrow("too exact");
		else expect(parseMoney(text, currency, locale)).toBe(amount);
	});

	it("says what to write instead", () => {
		expect(() => parseMoney("ten", "eur")).toThrow("“ten” is not an amount. Write it like 1250.50.");
		expect(() => parseMoney("ten", "eur", "de")).toThrow("“ten” is not an amount. Write it like 1250,50.");
		expect(() => parseMoney("1.5", "jpy")).toThrow("“1.5” is too exact: JPY has no decimals.");
	});

	it("reads back what it shows", () => {
		fc.assert(
			fc.property(
				fc.maxSafeNat(),
				fc.constantFrom("usd", "jpy", "kwd", "huf"),
				fc.constantFrom("en", "de", "fr", "de-CH", "en-IN", "pl", "pt-BR"),
				(amount, currency, locale) => {
					const shown = formatMoney(amount, currency, locale)
						.replace(/[^\d.,'’\s]/gu, "")
						.replace(/^[\s.]+/u, "");
					expect(parseMoney(shown, currency, locale)).toBe(amount);
					expect(parseMoney(moneyInFigures(amount, currency, locale), currency, locale)).toBe(amount);
				},
			),
		);
	});
});

it("knows currencies by their lower-case code", () => {
	expect(isCurrency("usd")).toBe(true);
	expect(isCurrency("USD")).toBe(false);
	expect(isCurrency("xxz")).toBe(false);
});
