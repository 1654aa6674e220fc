import { describe, expect, test } from "vitest";
import { actsOf } from "@/admin/plan/actsOf";
import type { PlanContext } from "@/admin/plan/planContext";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";

const item = (part: Partial<PlanItemView>) =>
	({
		status: "open",
		kind: "task",
		evidence: "none",
		mayAct: true,
		automation: null,
		criterion: null,
		waitsFor: [],
		waiver: null,
		...part,
	}) as PlanItemView;

const verbsOf = (part: Partial<PlanItemView>, mayPlan: boolean) =>
	actsOf(item(part), { mayPlan } as PlanContext).map(({ verb }) => verb);

describe("what can be done with an item", () => {
	test("who runs onboardings does all of it, and notes what is settled", () => {
		expect(verbsOf({}, true)).toEqual(["Tick", "Start", "Put off", "Assign", "Note"]);
		expect(verbsOf({ status: "done" }, true)).toEqual(["Note", "Open again"]);
	});

	test("who is merely responsible for it writes no note, which would be refused", () => {
		expect(verbsOf({}, false)).toEqual(["Tick", "Start", "Put off", "Assign"]);
	});

	test("who may not sign it may still say whose it is", () => {
		expect(verbsOf({ evidence: "signature", mayAct: false }, true)).toEqual(["Assign", "Note"]);
	});

	test("what waits for something is not ticked, and what ticks itself is left to it", () => {
		expect(verbsOf({ waitsFor: [{ id: null, title: "Send it", kind: "comes_first" }] }, false)).not.toContain("Tick");
		expect(verbsOf({ automation: "tenant_provisioned" }, false)).toEqual([]);
	});

	test("a criterion is signed or waived, not put off", () => {
		const criterion = { kind: "exit_criterion", evidence: "signature" } as const;
		expect(verbsOf(criterion, true)).toEqual(["Sign", "Assign", "Waive", "Note"]);
		expect(verbsOf({ ...criterion, criterion: "pilot_completed" }, true)).toEqual(["Waive"]);
	});
});
