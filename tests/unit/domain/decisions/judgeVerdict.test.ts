import { describe, expect, it } from "vitest";
import { decisionStatuses } from "@/domain/decisionStatus";
import { judgeVerdict, verdicts } from "@/domain/decisions/judgeVerdict";

const judge = (
	verdict: (typeof verdicts)[number],
	recommendation: "READY" | "HOLD" | null,
	status: (typeof decisionStatuses)[number] = "proposed",
) => {
	try {
		return judgeVerdict({ status, recommendation, verdict });
	} catch (error) {
		return (error as { code: string }).code;
	}
};

describe("a verdict", () => {
	it.each([
		["approve", "READY", "approved"],
		["approve", "HOLD", "recommendation_is_hold"],
		["approve", null, "approved"],
		["override", "READY", "nothing_to_override"],
		["override", "HOLD", "overridden"],
		["override", null, "nothing_to_override"],
		["reject", "READY", "rejected"],
		["reject", "HOLD", "rejected"],
		["reject", null, "rejected"],
	] as const)("%s on %s is %s", (verdict, recommendation, outcome) => {
		expect(judge(verdict, recommendation)).toBe(outcome);
	});

	it("is taken once", () => {
		for (const status of decisionStatuses.filter((each) => each !== "proposed")) {
			for (const verdict of verdicts) expect(judge(verdict, null, status)).toBe("transition_refused");
		}
	});
});
