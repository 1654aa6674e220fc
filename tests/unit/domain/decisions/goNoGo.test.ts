import { describe, expect, it } from "vitest";
import { goNoGo } from "@/domain/decisions/goNoGo";
import { anIssue, aRun, onboarded } from "../playbook/onboarded";

const held = ({ checks }: ReturnType<typeof goNoGo>) =>
	checks.filter(({ result }) => result === "HOLD").map(({ check }) => check);
const aRisk = {
	id: "risk-1",
	title: "Late data",
	kind: "other",
	severity: "high" as const,
	openedAt: "2026-02-01T00:00:00Z",
};
const aBlocker = { title: "Wi-Fi in pit 3", owner: "Ida", dueAt: "2026-02-20T00:00:00Z" };

describe("the go/no-go packet", () => {
	it("recommends READY when every check passes and nothing is in the way", () => {
		const packet = goNoGo(onboarded(), { blockers: [] });
		expect(packet).toMatchObject({ recommendation: "READY", blockers: [] });
		expect(packet.checks).toHaveLength(10);
		expect(packet.checks.every(({ result }) => result === "PASS")).toBe(true);
	});

	it("recommends HOLD for one check, and says how much is in the way", () => {
		expect(goNoGo(onboarded({ messages: [] }), { blockers: [] })).toMatchObject({
			recommendation: "HOLD",
			says: "In the way: 1 check.",
		});
	});

	it("recommends HOLD for a blocker somebody wrote down", () => {
		expect(goNoGo(onboarded(), { blockers: [aBlocker] })).toMatchObject({
			recommendation: "HOLD",
			says: "In the way: 1 blocker.",
			blockers: [aBlocker],
		});
		expect(goNoGo(onboarded({ messages: [] }), { blockers: [aBlocker, aBlocker] }).says).toBe(
			"In the way: 1 check and 2 blockers.",
		);
	});

	it("holds a run that has not succeeded", () => {
		expect(held(goNoGo(onboarded({ run: { ...aRun, status: "failed" } }), { blockers: [] }))).toEqual([
			"run_succeeded",
		]);
	});

	it("holds an open blocker of the pilot, and no lesser issue", () => {
		const withIssue = (change: Partial<typeof anIssue>) =>
			goNoGo(onboarded({ pilotIssues: [{ ...anIssue, ...change }] }), { blockers: [] });
		expect(held(withIssue({ status: "deferred" }))).toEqual(["no_pilot_blocker"]);
		expect(held(withIssue({ status: "open", severity: "major" }))).toEqual([]);
	});

	it("holds a high risk, and no lesser one", () => {
		expect(held(goNoGo(onboarded({ risks: [aRisk] }), { blockers: [] }))).toEqual(["no_high_risk"]);
		expect(held(goNoGo(onboarded({ risks: [{ ...aRisk, severity: "medium" }] }), { blockers: [] }))).toEqual([]);
	});

	it("lists blockers as they are due, those without a date last and as they were given", () => {
		const blockers = [
			{ ...aBlocker, title: "no date", dueAt: null },
			{ ...aBlocker, title: "late", dueAt: "2026-03-01T00:00:00Z" },
			{ ...aBlocker, title: "no date either", dueAt: null },
			{ ...aBlocker, title: "soon" },
		];
		const order = goNoGo(onboarded(), { blockers }).blockers.map(({ title }) => title);
		expect(order).toEqual(["soon", "late", "no date", "no date either"]);
		expect(blockers[0]?.title).toBe("no date");
	});
});
