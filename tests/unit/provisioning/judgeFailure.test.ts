import { describe, expect, it } from "vitest";
import { Conflict, Unavailable, VendorFailed } from "@/errors";
import { backoffSeconds, causeInWords, isTransient } from "@/provisioning/engine/judgeFailure";
import { EffectMissing, StepRefused } from "@/provisioning/engine/stepErrors";

const withCode = (code: string) => Object.assign(new Error("the driver's words"), { code });

describe("an error may pass by itself", () => {
	it.each([
		["a lost connection", withCode("ECONNRESET")],
		["a refused connection", withCode("ECONNREFUSED")],
		["a server that shuts down", withCode("57P01")],
		["a deadlock", withCode("40P01")],
		["a lock that was not given", withCode("55P03")],
		["too many connections", withCode("53300")],
		["a statement that took too long", withCode("57014")],
		["what a wrapper hides", new Error("Failed query", { cause: withCode("08006") })],
		["the pool's own words", new Error("Connection terminated unexpectedly")],
		["a vendor that says so", new VendorFailed({ vendor: "Stripe", message: "busy.", isTransient: true })],
		["what is unavailable", new Unavailable("Later.")],
	])("%s", (_name, error) => expect(isTransient(error)).toBe(true));
});

describe("an error stays", () => {
	it.each([
		["a refused step", new StepRefused("No company.")],
		["a missing effect", new EffectMissing("Not there.")],
		["a conflict", new Conflict("Somebody worked in it.")],
		["a row that breaks a rule", withCode("23505")],
		["wrong SQL", withCode("42601")],
		["a mistake of ours", new TypeError("x is undefined")],
		["a vendor that refuses", new VendorFailed({ vendor: "Stripe", message: "no.", isTransient: false })],
		["what is no error", "thrown text"],
	])("%s", (_name, error) => expect(isTransient(error)).toBe(false));
});

it("waits longer each time, and never longer than about a minute", () => {
	expect([1, 2, 3, 4, 5].map(backoffSeconds)).toEqual([2, 4, 8, 16, 32]);
	expect(backoffSeconds(50)).toBe(64);
	expect(backoffSeconds(0)).toBe(2);
});

it("says a cause in one line, and nothing of the inside", () => {
	expect(causeInWords(new StepRefused("No company."))).toBe("No company.");
	expect(causeInWords(withCode("ECONNRESET"))).not.toContain("driver");
	expect(causeInWords(new Error(`first\n${"x".repeat(900)}`))).toBe("An unexpected error: first");
	expect(causeInWords(null)).toBe("An unexpected error.");
});
