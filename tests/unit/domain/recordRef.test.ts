import { describe, expect, it } from "vitest";
import { recordCollections, recordRef } from "@/domain/recordRef";
import { allSlugs } from "@/slugs";

describe("a reference to a record", () => {
	it("names collections that exist", () => {
		expect(allSlugs).toEqual(expect.arrayContaining([...recordCollections]));
	});

	it("is none where there is no record", () => {
		expect(recordRef("casinos", { id: "1" })).toEqual({ collection: "casinos", id: "1" });
		expect([recordRef("casinos", null), recordRef("casinos", undefined)]).toEqual([null, null]);
	});
});
