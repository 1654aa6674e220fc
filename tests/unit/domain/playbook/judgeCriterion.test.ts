import { describe, expect, it } from "vitest";
import { formatScope } from "@/domain/adoption/agreedScope";
import { type CriterionName, criterionNames } from "@/domain/playbook/criteria";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { judgeCriterion } from "@/domain/playbook/judgeCriterion";
import { withAcceptance, withCheckIn, withContracts, withDecision, withIssue, withSpotChecks } from "./changes";
import {
	aCashier,
	anAdministrator,
	anInvite,
	anInvoice,
	aPilot,
	aPitBoss,
	aScope,
	aSession,
	aWeek,
	later,
	noScope,
	nothingYet,
	now,
	onboarded,
	onboardedWith,
	otherSessions,
} from "./onboarded";

const aMail = { id: "message-2", status: "sent", to: "boss@vendor.test" };
const hypercare = { kind: "hypercare" } as const;

const judge = (name: CriterionName, facts: OnboardingFacts) => judgeCriterion({ name, facts, now });

/** Facts for which the criterion holds, and what it says. */
type Held = [CriterionName, string, OnboardingFacts, RegExp];

describe("a criterion", () => {
	it.each(criterionNames)("%s holds for an onboarded customer and says so in a sentence", (name) => {
		const judgement = judge(name, onboarded());
		expect(judgement).toMatchObject({ holds: true });
		expect(judgement.says).toMatch(/^[A-Z0-9].*\.$/);
	});

	it.each(criterionNames)("%s does not hold while nothing has happened, and says what is missing", (name) => {
		const judgement = judge(name, nothingYet);
		expect(judgement).toMatchObject({ holds: false });
		expect(judgement.says).toMatch(/^[A-Z0-9].*\.$/);
	});

	it.each<Held>([
		["contract_signed", "by a support contract", withContracts(["support", "signed"]), /contract is signed/],
		[
			"contract_signed",
			"by a signed one that replaced an ended one",
			withContracts(["order_form", "terminated"], ["order_form", "signed"]),
			/signed/,
		],
		["support_contract_sent", "by one that is sent", withContracts(["support", "sent"]), /is sent/],
		[
			"order_form_stored",
			"by its amendment",
			withContracts(["order_form", "terminated"], ["order_form", "signed"]),
			/order form was signed, and its copy is attached/,
		],
		[
			"invoice_sent",
			"by one that was paid without",
			onboarded({ invoices: [{ ...anInvoice, sentAt: null }] }),
			/K-1 is paid/,
		],
		[
			"staff_invited",
			"with somebody who has not come yet",
			onboarded({
				invites: [{ ...anInvite, email: "PIT@acme.test", status: "pending" }],
				staff: [anAdministrator, { ...aPitBoss, status: "invited" }, aCashier],
			}),
			/^3 people on the roster, each invited/,
		],
		["day_3_called", "whatever day 7 says", withCheckIn("scheduled", later, { day: 7 }), /day 3 is done/],
		[
			"issues_in_roadmap",
			"with the link of each",
			withIssue({
				severity: "major",
				status: "deferred",
				isForRoadmap: true,
				roadmapLink: "https://roadmap.example/1",
			}),
			/^1 issue in the roadmap/,
		],
		["go_no_go_proposed", "while it is to be decided", withDecision("go_no_go", "proposed"), /is proposed/],
		[
			"go_live_announcement",
			"with the mails that are held",
			onboardedWith({ announcedHeld: 2 }),
			/to 4 people\. 2 mails are held, for there is no mail server\.$/,
		],
		["acceptance_set", "by a red one", withAcceptance("red", null), /set to red on 22 Jan 2026/],
		["acceptance_notified", "by a mail that was sent", withAcceptance("red", null, [aMail]), /mail to boss@/],
		["acceptance_notified", "by who acknowledged", withAcceptance("red", now, []), /has acknowledged/],
		["acceptance_acknowledged", "by the manager", withAcceptance("red", now), /acknowledged red on 9 Mar 2026/],
		[
			"entitlements_granted",
			"without a plan",
			onboarded({ entitlements: { granted: 0, missing: [], planned: false } }),
			/names no plan/,
		],
		[
			"pilot_issues_triaged",
			"without issues",
			onboarded({ pilotIssues: [] }),
			/^No issue was logged, in a pilot that is over/,
		],
		["pilot_issues_triaged", "by a closed blocker", withIssue({ status: "closed" }), /^1 issue logged, each triaged/],
		[
			"pilot_issues_triaged",
			"with a major one put off",
			withIssue({ severity: "major", status: "deferred" }),
			/^1 issue logged, each triaged/,
		],
		[
			"invites_accepted",
			"though one ran out that another to the same person replaced",
			onboarded({ invites: [{ ...anInvite, id: "old", email: "ADA@acme.test", status: "expired" }, anInvite] }),
			/Every invitation/,
		],
		[
			"invites_accepted",
			"though one was revoked",
			onboarded({ invites: [{ ...anInvite, email: "x@acme.test", status: "revoked" }, anInvite] }),
			/Every invitation/,
		],
		[
			"roster_complete",
			"though somebody who accepted has left",
			onboarded({
				invites: [anInvite, { ...anInvite, email: "gone@acme.test" }],
				staff: [anAdministrator, aPitBoss, aCashier, { ...aPitBoss, email: "gone@acme.test", status: "disabled" }],
			}),
			/3 people active/,
		],
		[
			"roles_match",
			"though somebody who left has another role in the product",
			onboarded({ staff: [anAdministrator, { ...aPitBoss, status: "disabled", productRole: "cashier" }] }),
			/Everybody/,
		],
		[
			"training_attended",
			"without a time, and only for roles that somebody holds",
			onboarded({ staff: [aPitBoss], training: [{ ...aSession, at: null }] }),
			/^1 person trained, everybody in scope: pit boss\./,
		],
		[
			"training_attended",
			"without the cashiers where they are not in scope",
			{
				...onboardedWith({ cashiersInScope: "no" }),
				training: [aSession, ...otherSessions.filter(({ role }) => role !== "cashier")],
			},
			/^3 people trained/,
		],
		[
			"training_attended",
			"without who has left",
			onboarded({ staff: [aPitBoss, { ...aPitBoss, id: "staff-9", status: "disabled" }] }),
			/^1 person trained/,
		],
		[
			"pilot_completed",
			"in a scope of its own",
			{
				...onboardedWith({ scopes: { goLive: aScope, pilot: { ...noScope, areas: [{ id: "b", name: "Bar" }] } } }),
				pilotUse: aPilot({ scope: formatScope({ ...aScope, areas: [{ id: "b", name: "Bar" }] }) }),
			},
			/2 of 2 planned pilot shifts recorded in the product \(6 in scope, 40 entries\)/,
		],
		[
			"active_staff_measured",
			"by role",
			onboarded(),
			/^Week 1: active as pit boss 4\. Week 2: active as pit boss 4\.$/,
		],
		["entries_measured", "by shift", onboarded(), /^Week 1: 50 entries a shift \(Day 70, Night 30\)\./],
		["tables_measured", "with areas", onboarded(), /^Week 1: 9 of 10 tables used, 90 %, 2 of 2 areas\./],
		[
			"exceptions_near_zero",
			"after a bad week that was mended, and names it",
			{ ...onboardedWith({ hypercareWeeks: 3 }), adoption: [aWeek(1), aWeek(2, { exceptions: 11 }), aWeek(3)] },
			/Week 3: 3 exceptions in 1000 entries, at most 1 % asked\. Below what is asked in week 2\.$/,
		],
		[
			"task_times_measured",
			"by one spot check a week",
			onboarded(),
			/^Week 1: 1 of 5 key tasks timed, all under 5 minutes\./,
		],
		[
			"top_tasks_under_five_minutes",
			"by what was observed last",
			withSpotChecks(["find_player", 400, "2026-02-01T00:00:00Z"], ["find_player", 299, "2026-02-04T00:00:00Z"]),
			/under 5 minutes/,
		],
		["go_live_done", "though it was never announced", onboardedWith({ announcedAt: null }), /never announced/],
		[
			"onboarded_in_two_hours",
			"a minute below, whatever was waived",
			onboarded({
				timedItems: [
					{ id: "one", title: "Connect Slack", status: "done", minutes: 119 },
					{ id: "two", title: "Connect GitHub", status: "waived", minutes: null },
				],
			}),
			/^119 minutes of work recorded, less than 120/,
		],
		["go_decided", "by an override", withDecision("go_no_go", "overridden"), /overridden/],
		["first_week_done", "with one cancelled", withCheckIn("cancelled", later), /2 of 2 check-ins/],
		["first_week_done", "whatever comes after the go-live", withCheckIn("scheduled", later, hypercare), /3 of 3/],
		["hypercare_complete", "with one called off", withCheckIn("cancelled", later, hypercare), /1 of 1/],
		["hypercare_complete", "whatever the first week says", withCheckIn("attention", now), /1 of 1/],
		["check_ins_done", "with one still ahead", withCheckIn("scheduled", later), /2 check-ins done/],
		["check_ins_done", "with one cancelled", withCheckIn("cancelled", "2026-02-20T10:00:00Z"), /2 check-ins done/],
		[
			"adoption_thresholds_met",
			"after a bad start",
			onboarded({ adoption: [aWeek(1, { shiftsRecorded: 2 }), aWeek(3), aWeek(2)] }),
			/Week 2.*Week 3/,
		],
		[
			"adoption_thresholds_met",
			"whatever the week that still runs shows",
			onboarded({ adoption: [aWeek(1), aWeek(2), aWeek(3), aWeek(4, { shiftsRecorded: 0 })] }),
			/Week 2.*Week 3/,
		],
		[
			"in_use_two_weeks",
			"though a later week was missed",
			onboarded({ adoption: [aWeek(1), aWeek(2), aWeek(3, { shiftsRecorded: 0 })] }),
			/2 weeks on end/,
		],
	])("%s holds %s", (name, _, facts, says) => {
		expect(judge(name, facts)).toMatchObject({ holds: true, says: expect.stringMatching(says) });
	});
});
