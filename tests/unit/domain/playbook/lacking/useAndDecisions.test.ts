import { withAcceptance, withDecision } from "../changes";
import {
	anAdministrator,
	anInvite,
	anInvoice,
	aPitBoss,
	aRun,
	aSpotCheck,
	aWeek,
	later,
	now,
	onboarded,
	onboardedWith,
} from "../onboarded";
import { expectLacking, type Lacking } from "./expectLacking";

const withWeekTwo = (change: Parameters<typeof aWeek>[1]) => onboarded({ adoption: [aWeek(1), aWeek(2, change)] });

const timed = (minutes: number | null, status = "done") => ({
	...{ id: `timed-${minutes}`, title: "Connect it", status, minutes },
});

expectLacking([
	[
		"payment_bound",
		"while a payment is held",
		onboarded({ heldEvents: [{ id: "event-1", reason: "email_mismatch", receivedAt: now }] }),
		/A payment is held/,
		"event-1",
	],
	["go_no_go_proposed", "once it was rejected", withDecision("go_no_go", "rejected"), /not put to a second/, null],
	["acceptance_notified", "before anybody was mailed", withAcceptance("yellow", null), /No mail/, "acceptance-1"],
	[
		"acceptance_notified",
		"by a mail that is held",
		withAcceptance("yellow", null, [{ id: "message-2", status: "held", to: "boss@vendor.test" }]),
		/is held/,
		"message-2",
	],
	["acceptance_acknowledged", "while nobody did", withAcceptance("red", null), /A manager does it/, "acceptance-1"],
	["acceptance_green", "by a yellow acknowledged", withAcceptance("yellow", now), /waive it/, "acceptance-1"],
	["acceptance_green", "by a red acknowledged", withAcceptance("red", now), /cannot be waived/, "acceptance-1"],
	["go_live_needs_met", "without a run", onboarded({ run: null }), /^2 of 5 needs are missing: a tenant with/, null],
	[
		"go_live_needs_met",
		"with nobody but the administrator",
		onboarded({ invites: [anInvite] }),
		/a member of staff besides the first administrator/,
		"run-1",
	],
	[
		"go_live_needs_met",
		"with somebody who accepted and left",
		onboarded({ staff: [anAdministrator, { ...aPitBoss, status: "disabled" }] }),
		/^1 of 5 needs are missing: a member of staff/,
		"run-1",
	],
	[
		"go_live_needs_met",
		"with an access check from before the tenant was made",
		onboarded({
			run: {
				...aRun,
				steps: aRun.steps.map((one) => (one.step === "bootstrap_product" ? { ...one, finishedAt: later } : one)),
			},
		}),
		/role gates checked under row-level security/,
		"run-1",
	],
	[
		"go_live_needs_met",
		"without a person's change of settings",
		onboarded({ auditTrail: { ...onboarded().auditTrail, settings: null } }),
		/a recorded change of settings/,
		"run-1",
	],
	[
		"go_live_needs_met",
		"without an export",
		onboarded({ auditTrail: { ...onboarded().auditTrail, exported: null } }),
		/an export of this customer's audit record/,
		"run-1",
	],
	[
		"adoption_thresholds_met",
		"after one week",
		onboarded({ adoption: [aWeek(1)] }),
		/^1 finished week reported, none of week 2\./,
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
		/^2 finished weeks reported, none of week 2\./,
		"week-3",
	],
	[
		"adoption_thresholds_met",
		"by weeks that no scope was agreed for",
		onboarded({ adoption: [aWeek(1, { scope: null }), aWeek(2, { scope: null })] }),
		/Week 1: no scope agreed yet.*Operations agrees the scope/,
		"week-2",
	],
	...(
		[
			"active_staff_measured",
			"entries_measured",
			"tables_measured",
			"exceptions_near_zero",
			"task_times_measured",
		] as const
	).flatMap((name): Lacking[] => [
		[name, "with a week unreported", onboarded({ adoption: [aWeek(1)] }), /^Week 1: .* No report of week 2:/, "week-1"],
		[
			name,
			"while hypercare lasts",
			onboardedWith({ hypercareWeeks: 4 }),
			/Week 3: .* Still to come: week 4 of hypercare\./,
			"week-3",
		],
		[name, "before the go-live", onboardedWith({ wentLiveAt: null }), /from the go-live on/, null],
	]),
	[
		"entries_measured",
		"without a scope",
		withWeekTwo({ scope: null }),
		/Week 2: no scope agreed yet\..*Not measured in week 2/,
		"week-2",
	],
	["tables_measured", "without a scope", withWeekTwo({ scope: null }), /Week 2: no scope agreed yet\./, "week-2"],
	[
		"exceptions_near_zero",
		"above 1 % in the last week",
		withWeekTwo({ exceptions: 11 }),
		/Below what is asked in week 2/,
		"week-2",
	],
	[
		"task_times_measured",
		"without a spot check",
		withWeekTwo({ spotChecks: [] }),
		/Week 2: time to complete not measured.*Not measured in week 2/,
		"week-2",
	],
	[
		"task_times_measured",
		"by a task of five minutes",
		withWeekTwo({ spotChecks: [aSpotCheck("add_note", 300, 2)] }),
		/1 of 5 key tasks timed, 5 minutes or more: add note.*Below what is asked in week 2/,
		"week-2",
	],
	[
		"in_use_two_weeks",
		"on the thirteenth day",
		onboardedWith({ wentLiveAt: "2026-02-24" }),
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
	...(
		[
			["at two hours sharp", [timed(45), timed(75)], /^120 minutes of work recorded; two hours are 120/, "timed-75"],
			["above two hours", [timed(45), timed(76)], /^121 minutes/, "timed-76"],
			[
				"with an item whose minutes nobody recorded",
				[timed(45), timed(null)],
				/^45 minutes of work recorded, without “Connect it”/,
				"timed-null",
			],
			["without an item that asks for minutes", [], /No item asks/, null],
		] as const
	).map(
		([how, timedItems, says, record]): Lacking => [
			"onboarded_in_two_hours",
			how,
			onboarded({ timedItems: [...timedItems] }),
			says,
			record,
		],
	),
	["go_decided", "by a no", withDecision("go_no_go", "rejected"), /is rejected/, "decision-go_no_go"],
	["go_decided", "while it is asked", withDecision("go_no_go", "proposed"), /is proposed/, "decision-go_no_go"],
	[
		"paid_access_passes",
		"with two lines held, and says both",
		onboarded({ invoices: [{ ...anInvoice, status: "open" }], messages: [] }),
		/K-1 is open.*not written/,
		"invoice-1",
	],
]);
