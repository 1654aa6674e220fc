import { type AgreedScope, formatScope } from "@/domain/adoption/agreedScope";
import { gate } from "@/domain/gate";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import type {
	AcceptanceFact,
	BoundaryFact,
	FloorFact,
	OnboardingFacts,
	SpotCheckFact,
	WeekFact,
} from "@/domain/playbook/facts";
import { type TopTask, topTasks } from "@/domain/topTasks";

/** Nine weeks after the onboarding began, three after the go-live. */
export const now = "2026-03-09T12:00:00.000Z";
export const later = "2026-03-12T12:00:00.000Z";

export const aWeek = (week: number, change: Partial<WeekFact> = {}): WeekFact => ({
	id: `week-${week}`,
	week,
	startsOn: new Date(Date.UTC(2026, 1, 16 + (week - 1) * 7)).toISOString().slice(0, 10),
	scope: "Main pit; Day 06:00–18:00",
	shiftsInScope: 20,
	shiftsRecorded: 18,
	tablesInScope: 10,
	tablesUsed: 9,
	areasInScope: 2,
	areasUsed: 2,
	entries: 1_000,
	shifts: [
		{ name: "Day", inScope: 10, recorded: 10, entries: 700 },
		{ name: "Night", inScope: 10, recorded: 8, entries: 300 },
	],
	exceptions: 3,
	activeStaff: 4,
	staffByRole: [{ role: "pit_boss", people: 4 }],
	spotChecks: [aSpotCheck("find_player", 120, week)],
	...change,
});

export const aSpotCheck = (task: TopTask, seconds: number, week = 1): SpotCheckFact => ({
	id: `spot-${task}-${week}`,
	task,
	seconds,
	observedAt: new Date(Date.UTC(2026, 1, 17 + (week - 1) * 7)).toISOString(),
});

/** A pit, in two shifts: what was agreed. */
export const aScope: AgreedScope = {
	areas: [{ id: "area-1", name: "Main pit" }],
	tables: [],
	shifts: [
		{ name: "Day", starts: "06:00", ends: "18:00", days: [] },
		{ name: "Night", starts: "18:00", ends: "06:00", days: ["friday", "saturday"] },
	],
};
export const noScope: AgreedScope = { areas: [], tables: [], shifts: [] };

/** The pilot's use, of its two days. */
export const aPilot = (change: Partial<WeekFact> = {}): WeekFact =>
	aWeek(0, {
		id: "pilot-1",
		startsOn: "2026-02-10",
		scope: formatScope(aScope),
		shiftsInScope: 6,
		shiftsRecorded: 2,
		entries: 40,
		...change,
	});

export const anInvite = { id: "invite-1", email: "Ada@acme.test", role: "casino_admin", status: "accepted" };
export const anAcceptedInvite = { id: "invite-9", email: "pit@acme.test", role: "pit_boss", status: "accepted" };
export const anAdministrator: OnboardingFacts["staff"][number] = {
	id: "staff-1",
	name: "Ada",
	email: "ada@acme.test",
	role: "casino_admin",
	status: "active",
	lastSignInAt: "2026-01-21T08:00:00.000Z",
	productRole: "casino_admin",
};
export const aPitBoss = {
	...anAdministrator,
	id: "staff-2",
	name: "Pit",
	email: "pit@acme.test",
	role: "pit_boss",
	productRole: "pit_boss",
};
export const aCashier = {
	...anAdministrator,
	id: "staff-3",
	name: "Cass",
	email: "cash@acme.test",
	role: "cashier",
	productRole: "cashier",
};
export const aComplianceLead = {
	...anAdministrator,
	id: "staff-4",
	name: "Cleo",
	email: "cleo@acme.test",
	role: "compliance_lead",
	productRole: null,
};
export const aContract: OnboardingFacts["contracts"][number] = {
	id: "contract-1",
	type: "order_form",
	status: "signed",
	signedAt: "2026-01-06T00:00:00.000Z",
	hasCopy: true,
};
const otherContracts = (["msa", "dpa", "support"] as const).map((type) => ({ ...aContract, id: type, type }));
export const anInvoice: OnboardingFacts["invoices"][number] = {
	id: "invoice-1",
	number: "K-1",
	status: "paid",
	opensGate: true,
	purchaserEmail: " ADA@acme.test",
	sentAt: "2026-01-07T00:00:00.000Z",
	paidAt: "2026-01-10T00:00:00.000Z",
	dueAt: "2026-01-31",
	poStatus: "none",
};
export const aSession: OnboardingFacts["training"][number] = {
	id: "training-1",
	role: "pit_boss",
	status: "held",
	at: "2026-02-02T09:00:00.000Z",
	attended: ["staff-2"],
};
export const otherSessions = [anAdministrator, aCashier, aComplianceLead].map(({ id, role }) => ({
	...aSession,
	id: `training-${id}`,
	role,
	attended: [id],
}));
export const aWelcome = {
	id: "message-1",
	template: "welcome",
	status: "sent",
	to: "ada@acme.test",
	sentAt: "2026-01-20T10:05:00.000Z",
};
export const anIssue: OnboardingFacts["pilotIssues"][number] = {
	id: "issue-1",
	title: "Ratings vanish",
	severity: "blocker",
	status: "fixed",
	foundAt: "2026-02-11T00:00:00.000Z",
	isForRoadmap: false,
	roadmapLink: null,
};
export const aDecision = (kind: string, status: string): OnboardingFacts["decisions"][number] => ({
	id: `decision-${kind}`,
	kind,
	status,
	decidedAt: status === "proposed" ? null : "2026-02-13T00:00:00.000Z",
	endsAt: null,
});
export const aCheckIn: OnboardingFacts["checkIns"][number] = {
	id: "check-in-1",
	kind: "first_week",
	day: 1,
	dueAt: "2026-02-17T10:00:00.000Z",
	status: "done",
	hasNote: true,
};
const firstWeek = [1, 3, 7].map((day) => ({ ...aCheckIn, id: `check-in-${day}`, day }));
export const anAcceptance: AcceptanceFact = {
	id: "acceptance-1",
	colour: "green",
	setAt: "2026-01-22T10:00:00.000Z",
	acknowledgedAt: null,
	mails: [],
};
export const aFloor: FloorFact = {
	areas: 2,
	tables: 12,
	closed: [],
	emptyAreas: [],
	tablesWithoutArea: [],
	tablesWithoutGame: [],
	gamesWithoutLimits: [],
};

const answered = { isOpen: false, by: "Oda", at: "2026-02-01T10:00:00.000Z" };
export const boundaries: BoundaryFact[] = [
	{ ...answered, question: "entered_first_in_product", item: "boundary-1", answer: "Visits and ratings." },
	{ ...answered, question: "stays_on_paper", item: "boundary-2", answer: "Fill slips" },
	{ ...answered, question: "fallback", item: "boundary-3", answer: "Rating slips" },
];
export const aRun: NonNullable<OnboardingFacts["run"]> = {
	id: "run-1",
	status: "succeeded",
	openedAt: "2026-01-20T09:50:00.000Z",
	finishedAt: "2026-01-20T10:00:00.000Z",
	steps: ["create_settings", "bootstrap_product", "invite_administrator", "check_access"].map((step, index) => ({
		id: step === "check_access" ? "step-1" : step,
		step,
		status: "succeeded",
		finishedAt: `2026-01-20T09:5${index + 6}:00.000Z`,
	})),
};

type Change = Partial<Omit<OnboardingFacts, "gate">> & { gate?: Partial<OnboardingFacts["gate"]> };

/** What the gate finds of contracts, invoices and contacts, under a version that was published without needed contracts. */
function conditionsOf({
	onboarding,
	contracts,
	invoices,
}: Pick<OnboardingFacts, "onboarding" | "contracts" | "invoices">) {
	const { operationsLead, adminContact } = onboarding;
	return gate({
		onboarding: { status: "open", gateStandard: "paid", operationsLead, adminContact },
		neededContracts: null,
		subjects: { plan: null, region: null, dataMode: null, choices: {} },
		contracts,
		invoices: invoices.map(({ number, status, opensGate }) => ({
			...{ number, opensGate, status: status as InvoiceStatus },
			...{ amountDue: 100, currency: "usd" },
		})),
		today: now.slice(0, 10),
	}).conditions;
}

/** A customer for whom every criterion holds, with what a test wants otherwise. */
export function onboarded({ gate, ...change }: Change = {}): OnboardingFacts {
	const facts: Omit<OnboardingFacts, "gate"> = {
		calendar: { today: now.slice(0, 10), timeZone: "UTC" },
		onboarding: {
			id: "onboarding-1",
			openedAt: "2026-01-05T09:00:00.000Z",
			goLiveAt: "2026-02-16",
			agreedGoLiveAt: "2026-02-16",
			wentLiveAt: "2026-02-16",
			operationsLead: { name: "Oda", email: "oda@acme.test" },
			adminContact: { name: "Ada", email: "ada@acme.test" },
			announcedAt: "2026-02-14T00:00:00.000Z",
			announcedTo: 4,
			announcedHeld: 0,
			escalationContacts: 2,
			lessonsProposedAt: "2026-03-08T00:00:00.000Z",
			freeze: { from: "2026-02-15T18:00:00.000Z", until: "2026-02-18T06:00:00.000Z" },
			pilot: {
				startsAt: "2026-02-10",
				endedAt: "2026-02-12",
				shiftsPlanned: 2,
			},
			scopes: { goLive: aScope, pilot: noScope },
			hypercareWeeks: 2,
			cashiersInScope: "yes",
			acceptance: anAcceptance,
		},
		casino: { id: "casino-1", status: "live", paymentStanding: "good" },
		contracts: [aContract, ...otherContracts],
		invoices: [anInvoice],
		run: aRun,
		heldEvents: [],
		settings: { id: "settings-1" },
		boundaries,
		entitlements: { granted: 4, missing: [], planned: true },
		messages: [aWelcome, { ...aWelcome, id: "message-9", template: "payment_received" }],
		invites: [anInvite, anAcceptedInvite],
		staff: [anAdministrator, aPitBoss, aCashier, aComplianceLead],
		floor: aFloor,
		sync: { isDone: true, problem: null, frozenUntil: null },
		auditTrail: { staff: "entry-1", settings: "entry-2", exported: "entry-3" },
		complianceLeads: [],
		training: [aSession, ...otherSessions],
		pilotIssues: [anIssue],
		spotChecks: topTasks.map((task) => ({
			id: `spot-${task}`,
			task,
			seconds: 120,
			observedAt: "2026-02-03T10:00:00.000Z",
		})),
		checkIns: [...firstWeek, { ...aCheckIn, id: "check-in-9", kind: "hypercare" }],
		adoption: [aWeek(1), aWeek(2), aWeek(3)],
		pilotUse: aPilot(),
		decisions: [aDecision("go_no_go", "approved"), aDecision("primary_tool", "approved")],
		risks: [],
		waits: [],
		timedItems: [
			{ id: "timed-1", title: "Connect Slack", status: "done", minutes: 45 },
			{ id: "timed-2", title: "Connect GitHub", status: "done", minutes: 40 },
		],
		items: { open: 0, overdue: [] },
		...change,
	};
	const found = { isOpen: true, openedAt: "2026-01-10T00:00:00.000Z", missing: [], conditions: conditionsOf(facts) };
	return { ...facts, gate: { ...found, ...gate } };
}

/** As above, with fields of the onboarding itself otherwise. */
export function onboardedWith(change: Partial<OnboardingFacts["onboarding"]>): OnboardingFacts {
	return onboarded({ onboarding: { ...onboarded().onboarding, ...change } });
}

/** Nothing has happened yet. */
export const nothingYet: OnboardingFacts = onboarded({
	onboarding: {
		...onboarded().onboarding,
		goLiveAt: null,
		agreedGoLiveAt: null,
		wentLiveAt: null,
		operationsLead: { name: null, email: null },
		adminContact: { name: null, email: null },
		announcedAt: null,
		announcedTo: 0,
		announcedHeld: 0,
		escalationContacts: 0,
		lessonsProposedAt: null,
		freeze: { from: null, until: null },
		pilot: { startsAt: null, endedAt: null, shiftsPlanned: null },
		scopes: { goLive: noScope, pilot: noScope },
		hypercareWeeks: 4,
		cashiersInScope: "undecided",
		acceptance: null,
	},
	casino: { id: "casino-1", status: "prospect", paymentStanding: "good" },
	contracts: [],
	invoices: [],
	gate: { isOpen: false, openedAt: null },
	run: null,
	settings: null,
	entitlements: { granted: 0, missing: [], planned: true },
	messages: [],
	invites: [],
	staff: [],
	floor: { ...aFloor, areas: 0, tables: 0 },
	sync: null,
	auditTrail: { staff: null, settings: null, exported: null },
	boundaries: boundaries.map((boundary) => ({ ...boundary, isOpen: true, answer: null, by: null, at: null })),
	complianceLeads: [],
	training: [],
	pilotIssues: [],
	spotChecks: [],
	checkIns: [],
	adoption: [],
	pilotUse: null,
	decisions: [],
	timedItems: [],
});
