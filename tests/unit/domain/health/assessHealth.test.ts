import { describe, expect, it } from "vitest";
import { assessHealth } from "@/domain/health/assessHealth";
import { type HealthReason, type HealthRuleName, healthRuleNames } from "@/domain/health/healthReason";
import { healthRules } from "@/domain/health/healthRules";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import {
	anAdministrator,
	anInvoice,
	anIssue,
	aRun,
	aWeek,
	nothingYet,
	now,
	onboarded,
	onboardedWith,
} from "../playbook/onboarded";

const look = (facts: OnboardingFacts, forecastAt: string | null = null, previous: HealthReason[] = []) =>
	assessHealth({ facts, forecastAt, previous, now });
const ago = (days: number, ms = 0) => new Date(Date.parse(now) - days * 86_400_000 - ms).toISOString();

const withInvoice = (daysLate: number, change: Partial<typeof anInvoice> = {}) =>
	onboarded({ invoices: [{ ...anInvoice, status: "open", dueAt: ago(daysLate), ...change }] });
const withStanding = (paymentStanding: string) =>
	onboarded({ casino: { id: "casino-1", status: "live", paymentStanding } });
const overdue = (owner: "vendor" | "customer", ...daysLate: number[]) =>
	onboarded({
		items: {
			open: 9,
			overdue: daysLate.map((days) => ({ id: `item-${days}`, title: `Task ${days}`, dueAt: ago(days), owner })),
		},
	});
const promised = (goLiveAt: string | null) => onboardedWith({ goLiveAt, wentLiveAt: null });
const withWait = (days: number, change: Partial<OnboardingFacts["waits"][number]> = {}) =>
	onboarded({
		waits: [{ id: "wait-1", what: "the network", on: "customer", since: ago(days), until: null, ...change }],
	});
const absent = (daysSinceRun: number, change: Partial<OnboardingFacts> = {}) =>
	onboarded({
		run: { ...aRun, finishedAt: ago(daysSinceRun) },
		staff: [{ ...anAdministrator, lastSignInAt: null }],
		...change,
	});
const aRisk = { id: "risk-1", title: "Late data", kind: "other", severity: "high" as const, openedAt: ago(2) };

/** The one reason expected: rule, level, value, what it says, its record and since when. */
type Told = [string, HealthRuleName, "yellow" | "red", OnboardingFacts, string, RegExp, string, string, string?];

describe("health", () => {
	it("is green without a reason, also while nothing has happened", () => {
		expect(look(onboarded())).toEqual({ level: "green", reasons: [] });
		expect(look(nothingYet)).toEqual({ level: "green", reasons: [] });
	});

	it("has a rule for every name, and no other", () => {
		expect(Object.keys(healthRules).sort()).toEqual([...healthRuleNames].sort());
	});

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
		["a failing payment", "payment_standing", "yellow", withStanding("failing"), "failing", /fails/, "casino-1", now],
		["a refund", "payment_standing", "red", withStanding("refunded"), "refunded", /refunded/, "casino-1", now],
		["a dispute", "payment_standing", "red", withStanding("disputed"), "disputed", /disputed/, "casino-1", now],
		["a void", "payment_standing", "red", withStanding("voided"), "voided", /voided/, "casino-1", now],
		[
			"a held payment",
			"payment_held",
			"red",
			onboarded({ heldEvents: [{ id: "event-1", reason: "no_workspace", receivedAt: ago(1) }] }),
			"no_workspace",
			/held/,
			"event-1",
			ago(1),
		],
		["an invoice due now", "invoice_overdue", "yellow", withInvoice(0), "less than a day", /K-1/, "invoice-1", now],
		["an invoice a week late", "invoice_overdue", "yellow", withInvoice(7), "7 days", /7 days/, "invoice-1", ago(7)],
		["an invoice later than that", "invoice_overdue", "red", withInvoice(9), "9 days", /9 days/, "invoice-1", ago(2)],
		[
			"an invoice given up",
			"invoice_overdue",
			"yellow",
			withInvoice(1, { status: "uncollectible" }),
			"1 day",
			/1 day overdue/,
			"invoice-1",
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
			onboardedWith({ acceptance: { colour: "yellow", acknowledgedAt: null } }),
			"yellow",
			/not acknowledged yet/,
			"onboarding-1",
			now,
		],
		[
			"a red acceptance somebody saw",
			"acceptance",
			"red",
			onboardedWith({ acceptance: { colour: "red", acknowledgedAt: now } }),
			"red",
			/red, acknowledged\./,
			"onboarding-1",
			now,
		],
		[
			"one item of ours",
			"our_items_overdue",
			"yellow",
			overdue("vendor", 1),
			"1 overdue",
			/“Task 1”/,
			"item-1",
			ago(1),
		],
		[
			"four of ours, none over three days",
			"our_items_overdue",
			"yellow",
			overdue("vendor", 1, 3, 2, 0),
			"4 overdue",
			/^4 vendor items overdue, the oldest “Task 3”/,
			"item-3",
			ago(3),
		],
		[
			"one over three days",
			"our_items_overdue",
			"red",
			overdue("vendor", 1, 4),
			"2 overdue",
			/Task 4/,
			"item-4",
			ago(1),
		],
		[
			"five of ours",
			"our_items_overdue",
			"red",
			overdue("vendor", 3, 2, 2, 1, 1, 0),
			"6 overdue",
			/Task 3/,
			"item-3",
			ago(1),
		],
		[
			"five of ours, the fifth before the oldest was too late",
			"our_items_overdue",
			"red",
			overdue("vendor", 5, 5, 5, 5, 5),
			"5 overdue",
			/Task 5/,
			"item-5",
			ago(5),
		],
		[
			"any number of the customer's",
			"customer_items_overdue",
			"yellow",
			overdue("customer", 9, 9, 9, 9, 9, 9),
			"6 overdue",
			/^6 customer items/,
			"item-9",
			ago(9),
		],
		[
			"a forecast a day after the promise",
			"forecast_late",
			"yellow",
			promised("2026-03-20T00:00:00Z"),
			"1 day",
			/forecast for 2026-03-21, 1 day after the promised 2026-03-20/,
			"onboarding-1",
			now,
			"2026-03-21T09:00:00Z",
		],
		[
			"a forecast a week after it",
			"forecast_late",
			"yellow",
			promised("2026-03-20T00:00:00Z"),
			"7 days",
			/7 days/,
			"onboarding-1",
			now,
			"2026-03-27T00:00:00Z",
		],
		[
			"a forecast later than that",
			"forecast_late",
			"red",
			promised("2026-03-20T00:00:00Z"),
			"8 days",
			/8 days/,
			"onboarding-1",
			now,
			"2026-03-28T00:00:00Z",
		],
		["a promise that passed", "forecast_late", "yellow", promised(ago(2)), "2 days", /2026-03-09/, "onboarding-1", now],
		[
			"a promise and a forecast that both passed",
			"forecast_late",
			"red",
			promised(ago(10)),
			"10 days",
			/forecast for 2026-03-09/,
			"onboarding-1",
			now,
			ago(9),
		],
		[
			"a week of little use",
			"adoption_low",
			"yellow",
			onboarded({ adoption: [aWeek(1), aWeek(2, { shiftsRecorded: 10 })] }),
			"50 %",
			/^Week 2: 50 %/,
			"week-2",
			"2026-03-02T00:00:00.000Z",
		],
		[
			"two such weeks in a row",
			"adoption_low",
			"red",
			onboarded({ adoption: [aWeek(3, { shiftsRecorded: 16 }), aWeek(2, { shiftsRecorded: 10 })] }),
			"80 %",
			/Week 2: 50 %.*Week 3: 80 %/,
			"week-3",
			"2026-03-09T00:00:00.000Z",
		],
		[
			"two such weeks with one unreported between",
			"adoption_low",
			"yellow",
			onboarded({ adoption: [aWeek(1, { shiftsRecorded: 1 }), aWeek(3, { shiftsRecorded: 1 })] }),
			"5 %",
			/^Week 3/,
			"week-3",
			"2026-03-09T00:00:00.000Z",
		],
		[
			"a week without a shift in scope",
			"adoption_low",
			"yellow",
			onboarded({ adoption: [aWeek(2, { shiftsInScope: 0 })] }),
			"no shift in scope",
			/no shift was in scope/,
			"week-2",
			"2026-03-02T00:00:00.000Z",
		],
		[
			"exceptions after week 1",
			"exceptions_high",
			"yellow",
			onboarded({ adoption: [aWeek(2, { exceptions: 40 })] }),
			"40 exceptions in 1000 entries",
			/Week 2 had 40 exceptions/,
			"week-2",
			"2026-03-02T00:00:00.000Z",
		],
		["an absent administrator", "administrator_absent", "yellow", absent(4), "4 days", /4 days/, "staff-1", ago(1)],
		[
			"no administrator at all",
			"administrator_absent",
			"yellow",
			absent(4, { staff: [{ ...anAdministrator, status: "disabled" }] }),
			"4 days",
			/has not signed in/,
			"run-1",
			ago(1),
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
	])("%s is %s %s", (_, rule, level, facts, value, says, record, since, forecastAt) => {
		const health = look(facts, forecastAt ?? null);
		expect(health).toMatchObject({
			level,
			reasons: [{ rule, level, value, says: expect.stringMatching(says), since }],
		});
		expect(health.reasons[0]?.record?.id).toBe(record);
	});

	it.each<[string, OnboardingFacts, string?]>([
		["an invoice not due yet", withInvoice(-1)],
		["an invoice without a date", withInvoice(0, { dueAt: null })],
		["a draft", withInvoice(30, { status: "draft" })],
		["a paid invoice", withInvoice(30, { status: "paid" })],
		["a run on its way", onboarded({ run: { ...aRun, status: "running", finishedAt: null } })],
		["a risk that is not high", onboarded({ risks: [{ ...aRisk, severity: "medium" }] })],
		["the risk that health itself became", onboarded({ risks: [{ ...aRisk, kind: "health_unacknowledged" }] })],
		["a blocker that was fixed", onboarded({ pilotIssues: [anIssue] })],
		["a green acceptance", onboardedWith({ acceptance: { colour: "green", acknowledgedAt: null } })],
		["no acceptance", onboardedWith({ acceptance: null })],
		["a forecast on the promised day", promised("2026-03-20T00:00:00Z"), "2026-03-20T17:00:00Z"],
		["a promise ahead without a forecast", promised("2026-03-20T00:00:00Z")],
		["no promise", promised(null), "2026-09-01T00:00:00Z"],
		["a late forecast of who is live", onboarded(), "2026-09-01T00:00:00Z"],
		["a bad week that was made good", onboarded({ adoption: [aWeek(1, { shiftsRecorded: 1 }), aWeek(2)] })],
		[
			"a bad week that still runs",
			onboarded({ adoption: [aWeek(3), aWeek(4, { shiftsRecorded: 0, exceptions: 99 })] }),
		],
		["exceptions in week 1", onboarded({ adoption: [aWeek(1, { exceptions: 99 })] })],
		["an administrator who has three days still", absent(3)],
		["an administrator who came", absent(9, { staff: [anAdministrator] })],
		["an absent administrator of a failed run", absent(9, { run: { ...aRun, status: "queued", finishedAt: ago(9) } })],
		["a run that has not ended", absent(9, { run: { ...aRun, finishedAt: null } })],
		["a wait of five days", withWait(5)],
		["a long wait that is over", withWait(9, { until: ago(1) })],
	])("%s is no reason", (_, facts, forecastAt) => {
		expect(look(facts, forecastAt ?? null)).toEqual({ level: "green", reasons: [] });
	});

	it("counts a wait whose end is still ahead", () => {
		expect(look(withWait(9, { until: ago(-1) })).level).toBe("yellow");
	});

	it("tells the worst first, then the oldest, then by the order of the rules", () => {
		const facts = onboarded({
			casino: withStanding("failing").casino,
			waits: withWait(8).waits,
			run: { ...aRun, status: "failed", finishedAt: ago(1) },
			risks: [aRisk],
			heldEvents: [{ id: "event-1", reason: "no_workspace", receivedAt: ago(1) }],
		});
		const { level, reasons } = look(facts);
		expect(level).toBe("red");
		expect(reasons.map(({ rule }) => rule)).toEqual([
			"high_risk",
			"run_failed",
			"payment_held",
			"waiting_long",
			"payment_standing",
		]);
	});
});

describe("since when a reason stands", () => {
	const failing = withStanding("failing");
	const known = (change: Partial<HealthReason> = {}): HealthReason => ({
		rule: "payment_standing",
		level: "yellow",
		value: "failing",
		says: "",
		record: { collection: "casinos", id: "casino-1" },
		since: ago(4),
		...change,
	});
	const sinceAfter = (...previous: HealthReason[]) => look(failing, null, previous).reasons[0]?.since;

	it("is kept from the last look, though the value or the words are others now", () => {
		expect(sinceAfter(known({ value: "otherwise" }))).toBe(ago(4));
	});

	it.each<[string, Partial<HealthReason>]>([
		["level", { level: "red" }],
		["rule", { rule: "payment_held" }],
		["record", { record: { collection: "casinos", id: "casino-2" } }],
		["collection", { record: { collection: "invoices", id: "casino-1" } }],
		["record, for it had none", { record: null }],
	])("begins anew with another %s", (_, change) => {
		expect(sinceAfter(known(change))).toBe(now);
	});

	it("is never ahead, even if the record's clock is", () => {
		const heldEvents = [{ id: "event-1", reason: "no_workspace", receivedAt: ago(-1) }];
		expect(look(onboarded({ heldEvents })).reasons[0]?.since).toBe(now);
	});
});
