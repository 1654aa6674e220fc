import { describe, expect, it } from "vitest";
import { changedFields } from "@/audit/changedFields";

describe("changed fields", () => {
	it("are the top-level fields that differ, at any depth", () => {
		expect(changedFields({ a: 1, b: { c: [1, 2] } }, { a: 1, b: { c: [2, 1] } })).toEqual(["b"]);
		expect(changedFields({ gone: 1 }, { come: 1 })).toEqual(["gone", "come"]);
	});

	it("do not depend on the order of keys", () => {
		expect(changedFields({ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } })).toEqual([]);
	});

	it.each([undefined, null, {}, [], { inner: null }, { inner: [] }])("take %j for nothing", (nothing) => {
		expect(changedFields({ field: nothing }, {})).toEqual([]);
		expect(changedFields({}, { field: nothing })).toEqual([]);
		expect(changedFields({ field: nothing }, { field: 1 })).toEqual(["field"]);
	});

	it.each([0, false, ""])("take %j for something", (something) => {
		expect(changedFields({}, { field: something })).toEqual(["field"]);
	});

	it("leave out what every save writes", () => {
		expect(changedFields({ updatedAt: 1, sessions: [1] }, { updatedAt: 2, sessions: [2] })).toEqual([]);
	});

	it("compare dates with their text", () => {
		const at = "2026-01-02T03:04:05.678Z";
		expect(changedFields({ at: new Date(at) }, { at })).toEqual([]);
	});
});
