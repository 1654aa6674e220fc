import fc from "fast-check";
import { expect, it } from "vitest";
import { slugify } from "@/domain/slugify";

it.each([
	["Grand Palais", "grand-palais"],
	["  Café  Zürich—Straße 7! ", "cafe-zurich-strasse-7"],
	["Łódź & Ørsted", "lodz-and-orsted"],
	["İstanbul Işık", "istanbul-isik"],
	["King's Club", "kings-club"],
	["Ｎｅｏｎ", "neon"],
])("“%s” becomes %s", (name, slug) => {
	expect(slugify(name)).toBe(slug);
});

it("names in other scripts become different numbers", () => {
	expect(slugify("カジノ")).toMatch(/^casino-[0-9a-z]+$/);
	expect(slugify("カジノ")).not.toBe(slugify("赌场"));
});

it("is never empty, safe in an address, bounded, and settled after one pass", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
			const slug = slugify(name);
			expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			expect(slug.length).toBeLessThanOrEqual(60);
			expect(slugify(slug)).toBe(slug);
		}),
		{ numRuns: 500 },
	);
});
