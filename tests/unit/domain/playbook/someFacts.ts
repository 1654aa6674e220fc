import fc from "fast-check";
import type { OnboardingFacts, SpotCheckFact } from "@/domain/playbook/facts";
import { topTasks } from "@/domain/topTasks";
import {
	aDecision,
	anAcceptance,
	anAdministrator,
	anInvite,
	anInvoice,
	anIssue,
	aPitBoss,
	aRun,
	aSession,
	aSpotCheck,
	aWeek,
	aWelcome,
	nothingYet,
	onboarded,
} from "./onboarded";

/** Around the go-live and some weeks after it. */
export const someMoment = fc
	.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 4, 1) })
	.map((at) => new Date(at).toISOString());
export const someDay = someMoment.map((at) => at.slice(0, 10));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const few = { maxLength: 3 };

const someWeek = fc
	.record({
		week: fc.integer({ min: 1, max: 6 }),
		shiftsRecorded: fc.constantFrom(0, 12, 17, 20),
		exceptions: fc.constantFrom(0, 50),
		scope: fc.constantFrom(null, "Main pit; Day 06:00–18:00"),
		spotChecks: fc.constantFrom<SpotCheckFact[]>([], [aSpotCheck("add_note", 100)], [aSpotCheck("add_note", 400)]),
	})
	.map(({ week, ...change }) => aWeek(week, change));
export const someWeeks = fc.uniqueArray(someWeek, { maxLength: 6, selector: ({ week }) => week });

const someOnboarding: fc.Arbitrary<OnboardingFacts["onboarding"]> = fc
	.record({
		goLiveAt: orNull(someDay),
		agreedGoLiveAt: orNull(someDay),
		wentLiveAt: orNull(someDay),
		escalationContacts: fc.nat({ max: 2 }),
		acceptance: orNull(
			fc
				.record({ colour: fc.constantFrom("green", "yellow", "red"), acknowledgedAt: orNull(someMoment) })
				.map((change) => ({ ...anAcceptance, ...change })),
		),
		pilot: fc.record({
			startsAt: orNull(someDay),
			endedAt: orNull(someDay),
			shiftsPlanned: orNull(fc.nat({ max: 4 })),
		}),
	})
	.map((change) => ({ ...onboarded().onboarding, ...change }));

const somePeople: fc.Arbitrary<Pick<OnboardingFacts, "staff" | "invites" | "training">> = fc.record({
	staff: fc.array(
		fc
			.record({
				person: fc.constantFrom(anAdministrator, aPitBoss),
				status: fc.constantFrom("invited", "active", "disabled"),
				lastSignInAt: orNull(someMoment),
				productRole: fc.constantFrom(null, "casino_admin", "pit_boss"),
			})
			.map(({ person, ...change }) => ({ ...person, ...change })),
		few,
	),
	invites: fc.array(
		fc.constantFrom("pending", "accepted", "expired", "revoked").map((status) => ({ ...anInvite, status })),
		few,
	),
	training: fc.array(
		fc.constantFrom("planned", "held", "cancelled").map((status) => ({ ...aSession, status })),
		few,
	),
});

const someMoney: fc.Arbitrary<Pick<OnboardingFacts, "invoices" | "heldEvents" | "casino" | "contracts">> = fc.record({
	invoices: fc.uniqueArray(
		fc
			.record({
				id: fc.constantFrom("invoice-1", "invoice-2"),
				status: fc.constantFrom("draft", "open", "paid", "void", "uncollectible", "refunded"),
				dueAt: orNull(someDay),
				purchaserEmail: fc.constantFrom(null, "ada@acme.test", "cfo@acme.test"),
				opensGate: fc.boolean(),
			})
			.map((change) => ({ ...anInvoice, ...change })),
		{ selector: ({ id }) => id, maxLength: 2 },
	),
	heldEvents: fc.array(
		fc.record({
			id: fc.constantFrom("event-1", "event-2"),
			reason: fc.constantFrom("no_workspace", "email_mismatch", "unforeseen"),
			receivedAt: someMoment,
		}),
		{ maxLength: 1 },
	),
	casino: fc.record({
		id: fc.constant("casino-1"),
		status: fc.constantFrom("prospect", "live", "closed"),
		paymentStanding: fc.constantFrom("good", "failing", "disputed", "unforeseen"),
	}),
	contracts: fc.array(
		fc.record({
			id: fc.constantFrom("contract-1", "contract-2"),
			type: fc.constantFrom("msa", "order_form", "dpa", "support"),
			status: fc.constantFrom("draft", "sent", "signed", "expired", "terminated"),
			signedAt: fc.constant(null),
			hasCopy: fc.boolean(),
		}),
		few,
	),
});

type Work = "run" | "messages" | "pilotIssues" | "risks" | "waits" | "items" | "checkIns" | "decisions" | "spotChecks";
const someWork: fc.Arbitrary<Pick<OnboardingFacts, Work>> = fc.record({
	run: orNull(
		fc
			.record({
				status: fc.constantFrom("queued", "running", "succeeded", "failed"),
				finishedAt: orNull(someMoment),
			})
			.map((change) => ({ ...aRun, ...change })),
	),
	messages: fc.array(
		fc.constantFrom("queued", "sent", "held", "failed").map((status) => ({ ...aWelcome, status })),
		few,
	),
	pilotIssues: fc.array(
		fc
			.record({
				severity: fc.constantFrom("blocker", "major"),
				status: fc.constantFrom("open", "triaged", "fixed", "deferred", "closed"),
				foundAt: someMoment,
			})
			.map((change) => ({ ...anIssue, ...change })),
		{ maxLength: 1 },
	),
	risks: fc.array(
		fc.record({
			id: fc.constant("risk-1"),
			title: fc.constant("Late data"),
			kind: fc.constantFrom("other", "health_unacknowledged"),
			severity: fc.constantFrom("low", "medium", "high"),
			openedAt: someMoment,
		}),
		{ maxLength: 1 },
	),
	waits: fc.array(
		fc.record({
			id: fc.constant("wait-1"),
			what: fc.constant("the network"),
			on: fc.constantFrom("us", "customer", "third_party"),
			since: someMoment,
			until: orNull(someMoment),
		}),
		{ maxLength: 1 },
	),
	items: fc
		.uniqueArray(
			fc.record({
				id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
				title: fc.constant("Task"),
				dueAt: someDay,
				owner: fc.constantFrom("vendor", "customer"),
			}),
			{ selector: ({ id }) => id, maxLength: 7 },
		)
		.map((overdue) => ({ open: overdue.length, overdue })),
	checkIns: fc.array(
		fc.record({
			id: fc.constant("check-in-1"),
			kind: fc.constantFrom("first_week", "hypercare"),
			hasNote: fc.boolean(),
			day: fc.constant(1),
			dueAt: someMoment,
			status: fc.constantFrom("scheduled", "done", "attention", "cancelled"),
		}),
		few,
	),
	decisions: fc.array(
		fc
			.record({
				kind: fc.constantFrom("go_no_go", "primary_tool"),
				status: fc.constantFrom("proposed", "approved", "overridden", "rejected", "expired"),
				endsAt: orNull(someMoment),
			})
			.map(({ kind, status, endsAt }) => ({ ...aDecision(kind, status), endsAt })),
		few,
	),
	spotChecks: fc.array(
		fc.record({
			id: fc.constant("spot-1"),
			task: fc.constantFrom(...topTasks),
			seconds: fc.integer({ min: 1, max: 600 }),
			observedAt: someMoment,
		}),
		{ maxLength: 8 },
	),
});

/** Any state between nothing and everything, likely and unlikely ones. */
export const someFacts: fc.Arbitrary<OnboardingFacts> = fc
	.tuple(fc.constantFrom(onboarded(), nothingYet), someOnboarding, somePeople, someMoney, someWork, someWeeks)
	.map(([facts, onboarding, people, money, work, adoption]) => ({
		...facts,
		onboarding,
		...people,
		...money,
		...work,
		adoption,
	}));
