import { expect, test } from "vitest";
import { cleanEmail, findEmailProblem, isEmail } from "@/domain/isEmail";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";

test.each([
	["  Ann@Example.com\u00a0", "Ann@Example.com", "ann@example.com"],
	["ann@example.com\u200b", "ann@example.com", "ann@example.com"],
	["Ann@Bücher.example", "Ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"],
	["Ann@Bu\u0308cher.example", "Ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"],
	["nobody", "nobody", "nobody"],
	["ann@bü/cher.example", "ann@bü/cher.example", "ann@bü/cher.example"],
])("%j is kept as %j and compared as %j", (typed, kept, compared) => {
	expect([cleanEmail(typed), normaliseEmail(typed)]).toEqual([kept, compared]);
});

test("why an address cannot be used is said", () => {
	expect(findEmailProblem("ann@example.com")).toBeNull();
	expect(findEmailProblem("josé@example.com")).toContain("plain letters");
	expect(findEmailProblem("ann@example.c0m")).toContain("such as ada@example.com");
});

test("an address is no longer than a mail's envelope holds", () => {
	const host = `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.example`;
	expect([isEmail(`${"x".repeat(62)}@${host}`), isEmail(`${"x".repeat(64)}@${host}`)]).toEqual([true, false]);
});
