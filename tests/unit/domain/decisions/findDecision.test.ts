import { describe, expect, it } from "vitest";
import { findDecision } from "@/domain/decisions/findDecision";
import { aDecision, now } from "../playbook/onboarded";

const find = (...decisions: ReturnType<typeof aDecision>[]) => findDecision({ decisions, kind: "go_no_go", now });

describe("the decision that counts", () => {
	const yes = aDecision("go_no_go", "approved");
	const no = { ...aDecision("go_no_go", "rejected"), decidedAt: "2026-02-14T00:00:00.000Z" };
	const asked = aDecision("go_no_go", "proposed");

	it("is none where none of its kind is there", () => {
		expect(find(aDecision("primary_tool", "approved"))).toBeNull();
	});

	it("is the one taken last, in whatever order they are read", () => {
		expect(find(yes, no)?.status).toBe("rejected");
		expect(find(no, yes)?.status).toBe("rejected");
	});

	it("is one that was taken rather than one that is asked for", () => {
		expect(find(yes, asked)?.status).toBe("approved");
		expect(find(asked, yes)?.status).toBe("approved");
		expect(find(asked)?.status).toBe("proposed");
	});

	it("has expired when its time has come, though nobody wrote that down", () => {
		expect(find({ ...yes, endsAt: now })?.status).toBe("expired");
		expect(find({ ...yes, endsAt: "2026-03-10T00:00:00Z" })?.status).toBe("approved");
	});
});
