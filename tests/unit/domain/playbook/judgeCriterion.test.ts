import { describe, expect, it } from "vitest";
import { type CriterionName, criterionNames } from "@/domain/playbook/criteria";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { judgeCriterion } from "@/domain/playbook/judgeCriterion";
import {
	aDecision,
	anAdministrator,
	anInvite,
	anInvoice,
	anIssue,
	aPitBoss,
	aRun,
	aSession,
	aWeek,
	aWelcome,
	later,
	nothingYet,
	now,
	onboarded,
	onboardedWith,
} from "./onboarded";

const judge = (name: CriterionName, facts: OnboardingFacts) => judgeCriterion({ name, facts, now });
const pilotWith = (change: Partial<OnboardingFacts["onboarding"]["pilot"]>) =>
	onboardedWith({ pilot: { ...onboarded().onboarding.pilot, ...change } });
const step = (status: string) => ({ ...aRun, steps: aRun.steps.map((each) => ({ ...each, status })) });

/** Facts for which the criterion holds, and what it says. */
type Held = [CriterionName, string, OnboardingFacts, RegExp];
/** Facts for which it does not, what it says, and the record it names. */
type Lacking = [CriterionName, string, OnboardingFacts, RegExp, string | null];

describe("a criterion", () => {
	it.each(criterionNames)("%s holds for an onboarded customer and says so in a sentence", (name) => {
		const judgement = judge(name, onboarded());
		expect(judgement).toMatchObject({ holds: true });
		expect(judgement.says).toMatch(/^[A-Z0-9].*\.$/);
	});

	// Nothing found is nothing left to triage.
	const vacuous: CriterionName[] = ["pilot_issues_triaged"];
	it.each(criterionNames.filter((name) => !vacuous.includes(name)))(
		"%s does not hold while nothing has happened, and says what is missing",
		(name) => {
			const judgement = judge(name, nothingYet);
			expect(judgement).toMatchObject({ holds: false });
			expect(judgement.says).toMatch(/^[A-Z0-9].*\.$/);
		},
	);

	it.each<Held>([
		["contract_signed", "by a support contract", withContracts(["support", "signed"]), /Every contract is signed/],
		[
			"contract_signed",
			"by a signed one that replaced an ended one",
			withContracts(["order_form", "terminated"], ["order_form", "signed"]),
			/signed/,
		],
		["acceptance_green", "by a yellow acknowledged", withAcceptance("yellow", now), /yellow, and a manager/],
		["acceptance_green", "by a red acknowledged", withAcceptance("red", now), /red, and a manager/],
		[
			"entitlements_granted",
			"without a plan",
			onboarded({ entitlements: { granted: 0, missing: [], planned: false } }),
			/names no plan/,
		],
		["pilot_issues_triaged", "without issues", onboarded({ pilotIssues: [] }), /found no issue/],
		["pilot_issues_triaged", "by a closed blocker", withIssue({ status: "closed" }), /Every pilot issue/],
		[
			"pilot_issues_triaged",
			"with a major one put off",
			withIssue({ severity: "major", status: "deferred" }),
			/Every pilot issue/,
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
				staff: [anAdministrator, aPitBoss, { ...aPitBoss, email: "gone@acme.test", status: "disabled" }],
			}),
			/2 people active/,
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
			/trained: pit boss\./,
		],
		[
			"top_tasks_under_five_minutes",
			"by what was observed last",
			withSpotChecks(["find_player", 400, "2026-02-01T00:00:00Z"], ["find_player", 299, "2026-02-04T00:00:00Z"]),
			/under 5 minutes/,
		],
		["go_live_done", "though it was never announced", onboardedWith({ announcedAt: null }), /never announced/],
		["go_decided", "by an override", withDecision("go_no_go", "overridden"), /overridden/],
		["check_ins_done", "with one still ahead", withCheckIn("scheduled", later), /1 check-in done/],
		["check_ins_done", "with one cancelled", withCheckIn("cancelled", "2026-02-20T10:00:00Z"), /1 check-in done/],
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

	it.each<Lacking>([
		[
			"contract_signed",
			"with one unsigned",
			withContracts(["order_form", "signed"], ["dpa", "sent"]),
			/is sent/,
			"dpa",
		],
		["contract_signed", "by a master agreement alone", withContracts(["msa", "signed"]), /no order form/, null],
		[
			"gate_satisfied",
			"and says what is missing",
			onboarded({ gate: { isOpen: false, openedAt: null, missing: ["Invoice K-1 is open, not paid"] } }),
			/shut: Invoice K-1 is open, not paid\. Operations/,
			"onboarding-1",
		],
		[
			"contacts_named",
			"without an address",
			onboardedWith({ adminContact: { name: "Ada", email: null } }),
			/Ada, has no e-mail.*customer names/,
			"onboarding-1",
		],
		["acceptance_green", "by a red nobody saw", withAcceptance("red", null), /unacknowledged/, "onboarding-1"],
		["run_succeeded", "by a failed run", onboarded({ run: { ...aRun, status: "failed" } }), /is failed/, "run-1"],
		[
			"administrator_signed_in",
			"by one who never came",
			onboarded({ staff: [{ ...anAdministrator, lastSignInAt: null }, aPitBoss] }),
			/has not signed in yet/,
			"staff-1",
		],
		[
			"administrator_signed_in",
			"by one who was disabled since",
			onboarded({ staff: [{ ...anAdministrator, status: "disabled" }, aPitBoss] }),
			/no active administrator/,
			null,
		],
		["access_verified", "by a failed check", onboarded({ run: step("failed") }), /is failed/, "step-1"],
		["access_verified", "by a run that checks nothing", onboarded({ run: { ...aRun, steps: [] } }), /not been/, null],
		[
			"entitlements_granted",
			"with some missing",
			onboarded({ entitlements: { granted: 1, missing: ["seats", "sites"], planned: true } }),
			/seats and sites/,
			null,
		],
		["welcome_sent", "while it is held", withWelcome("held"), /no mail server/, "message-1"],
		["welcome_sent", "while it is queued", withWelcome("queued"), /waiting to be sent/, "message-1"],
		["welcome_sent", "when it failed", withWelcome("failed"), /could not be delivered/, "message-1"],
		["welcome_sent", "in a state nobody foresaw", withWelcome("lost"), /is lost/, "message-1"],
		[
			"welcome_sent",
			"by another message",
			onboarded({ messages: [{ ...aWelcome, template: "check_in" }] }),
			/not written/,
			null,
		],
		...(["pending", "expired"] as const).map(
			(status): Lacking => [
				"invites_accepted",
				`with one ${status}`,
				onboarded({ invites: [anInvite, { ...anInvite, id: "invite-2", email: "b@acme.test", status }] }),
				/1 invitation not accepted yet: b@acme.test\./,
				"invite-2",
			],
		),
		["roster_complete", "without a pit boss", onboarded({ staff: [anAdministrator] }), /as pit boss\./, null],
		[
			"roster_complete",
			"with a pit boss only invited",
			onboarded({ staff: [anAdministrator, { ...aPitBoss, status: "invited" }] }),
			/as pit boss\./,
			null,
		],
		[
			"roster_complete",
			"with somebody accepted and not active",
			onboarded({
				invites: [anInvite, { ...anInvite, id: "invite-2", email: "cash@acme.test" }],
				staff: [anAdministrator, aPitBoss, { ...aPitBoss, email: "cash@acme.test", status: "invited" }],
			}),
			/not active on the roster: cash@acme.test/,
			"invite-2",
		],
		[
			"roles_match",
			"with another role in the product",
			onboarded({ staff: [anAdministrator, { ...aPitBoss, productRole: "cashier" }] }),
			/pit@acme.test \(pit boss\) is cashier in the product/,
			"staff-2",
		],
		[
			"roles_match",
			"with somebody the product does not know",
			onboarded({ staff: [{ ...anAdministrator, productRole: null }] }),
			/not known to the product/,
			"staff-1",
		],
		[
			"floor_ready",
			"with tables nowhere",
			withFloor({ tablesWithoutArea: 1 }),
			/1 table without an area/,
			"settings-1",
		],
		["floor_ready", "with tables nothing is played at", withFloor({ tablesWithoutGame: 2 }), /2 tables/, "settings-1"],
		["floor_ready", "without areas", withFloor({ areas: 0 }), /no area/, "settings-1"],
		["floor_ready", "without tables", withFloor({ tables: 0 }), /no table\b/, "settings-1"],
		["floor_ready", "without games", withSettings({ games: 0 }), /no game in the settings/, "settings-1"],
		["boundaries_written", "with two", withSettings({ boundaries: 2 }), /^2 of at least 3/, "settings-1"],
		[
			"top_tasks_under_five_minutes",
			"at five minutes sharp",
			withSpotChecks(["add_note", 300, "2026-02-04T00:00:00Z"]),
			/5 minutes or more: add note\./,
			"late-0",
		],
		[
			"top_tasks_under_five_minutes",
			"while one was not observed",
			onboarded({ spotChecks: onboarded().spotChecks.slice(1) }),
			/Not observed yet: find player\./,
			null,
		],
		["training_attended", "when nobody came", withTraining({ attended: 0 }), /Not trained yet: pit boss/, "training-1"],
		["training_attended", "when it is only planned", withTraining({ status: "planned" }), /pit boss/, "training-1"],
		["training_attended", "before its time", withTraining({ at: later }), /pit boss/, "training-1"],
		["training_attended", "without a session", onboarded({ training: [] }), /pit boss and casino admin/, null],
		["pilot_completed", "with four shifts planned", pilotWith({ shiftsPlanned: 4 }), /one to three/, "onboarding-1"],
		["pilot_completed", "with none planned", pilotWith({ shiftsPlanned: 0 }), /one to three/, "onboarding-1"],
		["pilot_completed", "with one missing", pilotWith({ shiftsRecorded: 1 }), /1 of 2 pilot shifts/, "onboarding-1"],
		["pilot_completed", "before its end", pilotWith({ endedAt: later }), /has not ended/, "onboarding-1"],
		["pilot_completed", "without an end", pilotWith({ endedAt: null }), /has not ended/, "onboarding-1"],
		[
			"pilot_issues_triaged",
			"with one open",
			withIssue({ severity: "minor", status: "open" }),
			/Not triaged/,
			"issue-1",
		],
		...(["triaged", "deferred"] as const).map(
			(status): Lacking => [
				"pilot_issues_triaged",
				`with a blocker ${status}`,
				withIssue({ status }),
				/Blockers not fixed: “Ratings vanish”/,
				"issue-1",
			],
		),
		["go_live_agreed", "without a yes", onboardedWith({ agreedGoLiveAt: null }), /has not agreed/, "onboarding-1"],
		["go_live_agreed", "to a date that moved", onboardedWith({ goLiveAt: later }), /agree anew/, "onboarding-1"],
		["go_live_done", "before it", onboardedWith({ wentLiveAt: later }), /not live yet/, "onboarding-1"],
		["check_ins_done", "with one missed", withCheckIn("scheduled", now), /day 3 is not done/, "check-in-2"],
		["check_ins_done", "with one that needs a person", withCheckIn("attention", now), /day 3/, "check-in-2"],
		[
			"adoption_thresholds_met",
			"after one week",
			onboarded({ adoption: [aWeek(1)] }),
			/^1 finished week of 2/,
			"week-1",
		],
		[
			"adoption_thresholds_met",
			"by a last week that missed",
			onboarded({ adoption: [aWeek(1), aWeek(2), aWeek(3, { shiftsRecorded: 16 })] }),
			/80 %.*Two weeks on end/,
			"week-3",
		],
		[
			"adoption_thresholds_met",
			"by weeks with too many exceptions",
			onboarded({ adoption: [aWeek(1), aWeek(2, { exceptions: 11 })] }),
			/above 1 %/,
			"week-2",
		],
		[
			"adoption_thresholds_met",
			"with a week unreported between",
			onboarded({ adoption: [aWeek(1), aWeek(3)] }),
			/Two weeks on end/,
			"week-3",
		],
		[
			"in_use_two_weeks",
			"on the thirteenth day",
			onboardedWith({ wentLiveAt: "2026-02-23T12:00:01Z" }),
			/13 days of 14/,
			"onboarding-1",
		],
		[
			"in_use_two_weeks",
			"with only one week that met",
			onboarded({ adoption: [aWeek(1), aWeek(2, { shiftsRecorded: 3 }), aWeek(3)] }),
			/No two weeks/,
			"week-3",
		],
		["in_use_two_weeks", "without a report", onboarded({ adoption: [] }), /No two weeks/, "onboarding-1"],
		[
			"primary_tool_signed_off",
			"by an override",
			withDecision("primary_tool", "overridden"),
			/is overridden/,
			"decision-primary_tool",
		],
		["go_decided", "by a no", withDecision("go_no_go", "rejected"), /is rejected/, "decision-go_no_go"],
		["go_decided", "while it is asked", withDecision("go_no_go", "proposed"), /is proposed/, "decision-go_no_go"],
		[
			"paid_access_passes",
			"with two lines held, and says both",
			onboarded({ invoices: [{ ...anInvoice, status: "open" }], messages: [] }),
			/K-1 is open.*not written/,
			"invoice-1",
		],
	])("%s does not hold %s", (name, _, facts, says, record) => {
		const judgement = judge(name, facts);
		expect(judgement).toMatchObject({ holds: false, says: expect.stringMatching(says) });
		expect(judgement.record?.id ?? null).toBe(record);
	});
});

function withContracts(
	...contracts: [OnboardingFacts["contracts"][number]["type"], "signed" | "sent" | "terminated"][]
) {
	return onboarded({ contracts: contracts.map(([type, status]) => ({ id: type, type, status, signedAt: null })) });
}
function withAcceptance(colour: "yellow" | "red", acknowledgedAt: string | null) {
	return onboardedWith({ acceptance: { colour, acknowledgedAt } });
}
function withWelcome(status: string) {
	return onboarded({
		messages: [
			{ ...aWelcome, id: "older", status: "failed" },
			{ ...aWelcome, status },
		],
	});
}
function withIssue(change: Partial<typeof anIssue>) {
	return onboarded({ pilotIssues: [{ ...anIssue, ...change }] });
}
function withFloor(change: Partial<OnboardingFacts["floor"]>) {
	return onboarded({ floor: { ...onboarded().floor, ...change } });
}
function withSettings(change: { boundaries?: number; games?: number }) {
	return onboarded({ settings: { id: "settings-1", boundaries: 3, games: 2, ...change } });
}
function withTraining(change: Partial<typeof aSession>) {
	return onboarded({
		training: [
			{ ...aSession, ...change },
			{ ...aSession, id: "training-2", role: "casino_admin" },
		],
	});
}
function withSpotChecks(...checks: [OnboardingFacts["spotChecks"][number]["task"], number, string][]) {
	const observed = checks.map(([task, seconds, observedAt], index) => ({
		id: `late-${index}`,
		task,
		seconds,
		observedAt,
	}));
	return onboarded({ spotChecks: [...observed, ...onboarded().spotChecks] });
}
function withCheckIn(status: string, dueAt: string) {
	return onboarded({ checkIns: [...onboarded().checkIns, { id: "check-in-2", day: 3, dueAt, status }] });
}
function withDecision(kind: string, status: string) {
	const others = onboarded().decisions.filter((decision) => decision.kind !== kind);
	return onboarded({ decisions: [aDecision(kind, status), ...others] });
}
