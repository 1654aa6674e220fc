import { describe, expect, it } from "vitest";
import { seatsNeeded } from "@/domain/approvals/approvers";
import { formatVersion, isBoundTo } from "@/domain/approvals/boundTerms";
import { findReleased, type OpeningTerms } from "@/domain/approvals/openingChange";

const limit = { amount: 100_000, currency: "usd" };

describe("seats", () => {
	it.each([
		["up to the limit", 100_000, "USD", 1],
		["above the limit", 100_001, "usd", 2],
		["another currency", 1, "eur", 2],
		["no known currency", 1, null, 2],
		["no known amount", null, "usd", 2],
		["nothing, which says nothing about what is released", 0, "usd", 2],
	])("%s", (_, amount, currency, seats) => {
		expect(seatsNeeded({ amount, currency, limit })).toBe(seats);
	});
});

describe("a version", () => {
	const terms = { amountDue: 1_000, currency: "usd", onboardingId: "o" };
	const version = formatVersion(terms, "PO-7");

	it.each([
		["the amount", { amountDue: 10_000 }],
		["the currency", { currency: "eur" }],
		["the onboarding", { onboardingId: null }],
	])("fits the terms it names, and not another %s", (_, change) => {
		expect([isBoundTo(version, terms), isBoundTo(version, { ...terms, ...change })]).toEqual([true, false]);
	});
});

describe("what a change releases", () => {
	const agreed = { amountDue: 900, currency: "usd", onboardingId: "o" };
	const same: OpeningTerms = { ...agreed, status: "open", opensGate: true };

	it.each([
		["nothing, when nothing changes", {}, 0],
		["nothing, when more is asked", { amountDue: 1_000 }, 0],
		["the difference, when less is asked", { amountDue: 1 }, 899],
		["all of it, in another currency", { amountDue: 900, currency: "jpy" }, 900],
		["all of it, when it is taken out", { opensGate: false }, 900],
		["all of it, when it leaves its onboarding", { onboardingId: null }, 900],
		["all of it, when it is void", { status: "void" as const }, 900],
	])("is %s", (_, change, released) => {
		expect(findReleased(agreed, { ...same, ...change })).toBe(released);
	});
});
