import { describe, expect, it } from "vitest";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { withAcceptance } from "../playbook/changes";
import { anAcceptance, anIssue, aRun, now, onboarded, onboardedWith } from "../playbook/onboarded";
import { ago, dayAgo, expectNoReason, expectReason, look, midnight, type Told, type Untold } from "./look";

const overdue = (owner: "vendor" | "customer", ...daysLate: number[]) =>
	onboarded({
		items: {
			open: 9,
			overdue: daysLate.map((days) => ({ id: `item-${days}`, title: `Task ${days}`, dueAt: dayAgo(days), owner })),
		},
	});
const promised = (goLiveAt: string | null) => onboardedWith({ goLiveAt, wentLiveAt: null });
const withWait = (days: number, change: Partial<OnboardingFacts["waits"][number]> = {}) =>
	onboarded({
		waits: [{ id: "wait-1", what: "the network", on: "customer", since: ago(days), until: null, ...change }],
	});
const aRisk = { id: "risk-1", title: "Late data", kind: "other", severity: "high" as const, openedAt: ago(2) };

describe("health by the work", () => {
	it.each<Told>([
		[
			"a failed run",
			"run_failed",
			"red",
			onboarded({ run: { ...aRun, status: "failed", finishedAt: ago(1) } }),
			"failed",
			/Operations can look at the run/,
			"run-1",
			ago(1),
		],
		["a high risk", "high_risk", "red", onboarded({ risks: [aRisk] }), "high", /“Late data”/, "risk-1", ago(2)],
		[
			"an open blocker of the pilot",
			"pilot_blocker",
			"red",
			onboarded({ pilotIssues: [{ ...anIssue, status: "triaged", foundAt: ago(3) }] }),
			"triaged",
			/“Ratings vanish”/,
			"issue-1",
			ago(3),
		],
		[
			"a yellow acceptance",
			"acceptance",
			"yellow",
			withAcceptance("yellow", null),
			"yellow",
			/not acknowledged yet/,
			"acceptance-1",
			anAcceptance.setAt,
		],
		[
			"a red acceptance somebody saw",
			"acceptance",
			"red",
			withAcceptance("red", now),
			"red",
			/red, acknowledged\./,
			"acceptance-1",
			anAcceptance.setAt,
		],
		[
			"one item of ours",
			"our_items_overdue",
			"yellow",
			overdue("vendor", 1),
			"1 overdue",
			/“Task 1”/,
			"item-1",
			midnight(0),
		],
		[
			"four of ours, none over three days",
			"our_items_overdue",
			"yellow",
			overdue("vendor", 1, 3, 2, 0),
			"4 overdue",
			/^4 vendor items overdue, the oldest “Task 3”/,
			"item-3",
			midnight(2),
		],
		[
			"one over three days",
			"our_items_overdue",
			"red",
			overdue("vendor", 1, 4),
			"2 overdue",
			/Task 4/,
			"item-4",
			midnight(0),
		],
		[
			"five of ours",
			"our_items_overdue",
			"red",
			overdue("vendor", 3, 2, 2, 1, 1, 0),
			"6 overdue",
			/Task 3/,
			"item-3",
			midnight(0),
		],
		[
			"five of ours, the fifth before the oldest was too late",
			"our_items_overdue",
			"red",
			overdue("vendor", 5, 5, 5, 5, 5),
			"5 overdue",
			/Task 5/,
			"item-5",
			midnight(4),
		],
		[
			"any number of the customer's",
			"customer_items_overdue",
			"yellow",
			overdue("customer", 9, 9, 9, 9, 9, 9),
			"6 overdue",
			/^6 customer items/,
			"item-9",
			midnight(8),
		],
		[
			"a forecast a day after the promise",
			"forecast_late",
			"yellow",
			promised("2026-03-20"),
			"1 day",
			/forecast for 21 Mar 2026, 1 day after the promised 20 Mar 2026/,
			"onboarding-1",
			now,
			"2026-03-21",
		],
		[
			"a forecast a week after it",
			"forecast_late",
			"yellow",
			promised("2026-03-20"),
			"7 days",
			/7 days/,
			"onboarding-1",
			now,
			"2026-03-27",
		],
		[
			"a forecast later than that",
			"forecast_late",
			"red",
			promised("2026-03-20"),
			"8 days",
			/8 days/,
			"onboarding-1",
			now,
			"2026-03-28",
		],
		["a long wait", "waiting_long", "yellow", withWait(6), "6 days", /on the customer.*the network/, "wait-1", ago(1)],
		["a long wait for us", "waiting_long", "yellow", withWait(6, { on: "us" }), "6 days", /on us/, "wait-1", ago(1)],
		[
			"a long wait for others",
			"waiting_long",
			"yellow",
			withWait(6, { on: "third_party" }),
			"6 days",
			/on a third party/,
			"wait-1",
			ago(1),
		],
	])("%s is %s %s", (...told) => expectReason(...told));

	it.each<Untold>([
		["a run on its way", onboarded({ run: { ...aRun, status: "running", finishedAt: null } })],
		["a risk that is not high", onboarded({ risks: [{ ...aRisk, severity: "medium" }] })],
		["the risk that an acceptance became", onboarded({ risks: [{ ...aRisk, kind: "acceptance_unacknowledged" }] })],
		["the risk that health itself became", onboarded({ risks: [{ ...aRisk, kind: "health_unacknowledged" }] })],
		["a blocker that was fixed", onboarded({ pilotIssues: [anIssue] })],
		["a green acceptance", withAcceptance("green", null)],
		["no acceptance", onboardedWith({ acceptance: null })],
		["a forecast on the promised day", promised("2026-03-20"), "2026-03-20"],
		["a promise ahead without a forecast", promised("2026-03-20")],
		["no promise", promised(null), "2026-09-01"],
		["a late forecast of who is live", onboarded(), "2026-09-01"],
		["a wait of five days", withWait(5)],
		["a long wait that is over", withWait(9, { until: ago(1) })],
	])("%s is no reason", (...untold) => expectNoReason(...untold));

	it("counts a wait whose end is still ahead", () => {
		expect(look(withWait(9, { until: ago(-1) })).level).toBe("yellow");
	});
});
