import type { AgreedScope } from "@/domain/adoption/agreedScope";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { withCheckIn, withIssue, withPilot } from "../changes";
import { aCheckIn, aScope, later, noScope, now, onboarded, onboardedWith } from "../onboarded";
import { expectLacking, type Lacking } from "./expectLacking";

const hypercare = { kind: "hypercare" } as const;

const pilotWith = (change: Partial<OnboardingFacts["onboarding"]["pilot"]>) =>
	onboardedWith({ pilot: { ...onboarded().onboarding.pilot, ...change } });
const withScope = (goLive: AgreedScope) => onboardedWith({ scopes: { goLive, pilot: noScope } });

expectLacking([
	[
		"freeze_planned",
		"without an end",
		onboardedWith({ freeze: { from: now, until: null } }),
		/No freeze/,
		"onboarding-1",
	],
	["hypercare_planned", "by the first week", onboarded({ checkIns: [aCheckIn] }), /planned when/, null],
	["day_3_called", "while it is to come", withCheckIn("scheduled", later), /still to come/, "check-in-2"],
	["day_3_called", "when it was missed", withCheckIn("scheduled", now), /is not done/, "check-in-2"],
	["day_7_called", "by another day", onboarded({ checkIns: [aCheckIn] }), /day 7 is planned/, null],
	["issues_in_roadmap", "while one is open", withIssue({ status: "open" }), /Not triaged/, "issue-1"],
	[
		"issues_in_roadmap",
		"without the link",
		withIssue({ severity: "major", status: "deferred", isForRoadmap: true }),
		/without a link: “Ratings vanish”/,
		"issue-1",
	],
	[
		"scope_agreed",
		"without shifts",
		withScope({ ...aScope, shifts: [] }),
		/No scope agreed yet: the shifts missing/,
		"onboarding-1",
	],
	[
		"pilot_scope_agreed",
		"where neither it nor the go-live has one",
		withScope(noScope),
		/No pilot scope agreed yet: the areas or tables and the shifts missing/,
		"onboarding-1",
	],
	["pilot_completed", "with four shifts planned", pilotWith({ shiftsPlanned: 4 }), /one to three/, "pilot-1"],
	["pilot_completed", "with none planned", pilotWith({ shiftsPlanned: 0 }), /one to three/, "pilot-1"],
	["pilot_completed", "without days", pilotWith({ startsAt: null }), /not planned: its days/, "pilot-1"],
	["pilot_completed", "without an agreed scope", withScope(noScope), /No pilot scope agreed yet/, "onboarding-1"],
	[
		"pilot_completed",
		"unread from the product",
		onboarded({ pilotUse: null }),
		/not been read from the product/,
		"onboarding-1",
	],
	[
		"pilot_completed",
		"with one shift missing",
		withPilot({ shiftsRecorded: 1 }),
		/^1 of 2 planned pilot shifts/,
		"pilot-1",
	],
	[
		"pilot_completed",
		"by another scope's figures",
		withPilot({ scope: "Bar; Day 06:00–18:00" }),
		/changed since/,
		"pilot-1",
	],
	["pilot_completed", "by other days' figures", withPilot({ startsOn: "2026-02-03" }), /changed since/, "pilot-1"],
	["pilot_completed", "before its end", pilotWith({ endedAt: later.slice(0, 10) }), /has not ended/, "pilot-1"],
	["pilot_completed", "without an end", pilotWith({ endedAt: null }), /has not ended/, "pilot-1"],
	["pilot_issues_triaged", "with one open", withIssue({ severity: "minor", status: "open" }), /Not triaged/, "issue-1"],
	...(["triaged", "deferred"] as const).map(
		(status): Lacking => [
			"pilot_issues_triaged",
			`with a blocker ${status}`,
			withIssue({ status }),
			/Blockers not fixed: “Ratings vanish”/,
			"issue-1",
		],
	),
	[
		"pilot_issues_triaged",
		"before the pilot has run",
		onboarded({ pilotIssues: [], pilotUse: null }),
		/^No issue was logged so far\./,
		"onboarding-1",
	],
	["go_live_agreed", "without a yes", onboardedWith({ agreedGoLiveAt: null }), /has not agreed/, "onboarding-1"],
	[
		"go_live_agreed",
		"to a date that moved",
		onboardedWith({ goLiveAt: later.slice(0, 10) }),
		/agree again/,
		"onboarding-1",
	],
	["go_live_done", "before it", onboardedWith({ wentLiveAt: later.slice(0, 10) }), /not live yet/, "onboarding-1"],
	["first_week_done", "with one ahead", withCheckIn("scheduled", later), /2 of 3.*come: day 3\./, "check-in-2"],
	["first_week_done", "with one missed", withCheckIn("scheduled", now), /Not done: day 3\./, "check-in-2"],
	["first_week_done", "with one that needs a person", withCheckIn("attention", now), /Not done/, "check-in-2"],
	["hypercare_complete", "by calls of the first week", onboarded({ checkIns: [aCheckIn] }), /planned when/, null],
	["hypercare_complete", "with one ahead", withCheckIn("scheduled", later, hypercare), /come: day 3\./, "check-in-2"],
	["hypercare_complete", "with one missed", withCheckIn("scheduled", now, hypercare), /done: day 3\./, "check-in-2"],
	[
		"hypercare_complete",
		"without a note",
		withCheckIn("done", now, { ...hypercare, hasNote: false }),
		/Without a note: day 3\./,
		"check-in-2",
	],
	["check_ins_done", "with one missed", withCheckIn("scheduled", now), /day 3 is not done/, "check-in-2"],
	["check_ins_done", "with one that needs a person", withCheckIn("attention", now), /day 3/, "check-in-2"],
]);
