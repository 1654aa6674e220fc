import { describe, expect, it } from "vitest";
import { checkSecondPerson } from "@/domain/decisions/checkSecondPerson";
import { Conflict } from "@/errors";

describe("the second person", () => {
	it("may decide what another asked for", () => {
		expect(() => checkSecondPerson({ requestedBy: "ada", decidedBy: "ben" })).not.toThrow();
	});

	it("is not who asked", () => {
		const again = () => checkSecondPerson({ requestedBy: "ada", decidedBy: "ada" });
		expect(again).toThrow(Conflict);
		expect(again).toThrow("You asked for this. A second person decides.");
	});

	it("is nobody while the first is not on record", () => {
		expect(() => checkSecondPerson({ requestedBy: null, decidedBy: "ben" })).toThrow(Conflict);
	});
});
