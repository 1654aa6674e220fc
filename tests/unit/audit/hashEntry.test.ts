import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, genesisHash, hashEntry, type Json } from "@/audit/auditEntry";

const entry = {
	sequence: 1,
	previousHash: genesisHash,
	id: "01a1f955-1877-7000-97d0-a71b8cd5ebfa",
	at: new Date("2026-01-02T03:04:05.678Z"),
	actor: "user:1",
	action: "update",
	collection: "invoices",
	document: "i1",
	casino: null,
	before: { b: 1, a: 2 },
	after: { a: 3 },
	reason: null,
};

describe("an entry's hash", () => {
	it("is what anybody computes from the published form", () => {
		const published =
			`{"action":"update","actor":"user:1","after":{"a":3},"at":"2026-01-02T03:04:05.678Z","before":{"a":2,"b":1},` +
			`"casino":null,"collection":"invoices","document":"i1","id":"01a1f955-1877-7000-97d0-a71b8cd5ebfa",` +
			`"previousHash":"${genesisHash}","reason":null,"sequence":1}`;
		expect(hashEntry(entry)).toBe(createHash("sha256").update(published).digest("hex"));
	});

	it.each(Object.keys(entry) as (keyof typeof entry)[])("depends on %s", (field) => {
		const other = { ...entry, [field]: field === "at" ? new Date(0) : "other" };
		expect(hashEntry(other)).not.toBe(hashEntry(entry));
	});

	it("does not depend on the order of keys, at any depth", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(canonicalJson(reversed(value as Json))).toBe(canonicalJson(value as Json));
				expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});
});

function reversed(value: Json): Json {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, reversed(part ?? null)] as const);
	return Object.fromEntries(entries.reverse());
}
