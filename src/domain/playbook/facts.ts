import type { AcceptanceColour } from "../acceptance";
import type { WrittenScopes } from "../adoption/agreedScope";
import type { CasinoStatus } from "../casinoStatus";
import type { CheckInKind } from "../checkInStatus";
import type { ContractStatus } from "../contractStatus";
import type { ContractType, GateCondition } from "../gate";
import type { PilotIssueStatus } from "../pilotIssueStatus";
import type { RunStatus } from "../runStatus";
import type { TopTask } from "../topTasks";

/**
 * What the rules of an onboarding look at: read from its records at one moment, all of one casino. Moments are ISO 8601
 * in UTC, days YYYY-MM-DD; null is “not yet”, “none” or “not known”, whichever the name makes plain.
 */
export type OnboardingFacts = {
	/** The casino's day at that moment, and its zone. */
	calendar: { today: string; timeZone: string };
	onboarding: {
		id: string;
		openedAt: string;
		/** The day promised to the customer. */
		goLiveAt: string | null;
		/** The day the customer's sponsor agreed to. It counts while it is the promised one. */
		agreedGoLiveAt: string | null;
		/** The day of the go-live that was. */
		wentLiveAt: string | null;
		operationsLead: ContactFact;
		adminContact: ContactFact;
		announcedAt: string | null;
		/** To how many people the announcement was written. */
		announcedTo: number;
		/** Of those, the mails that are held: they are shown the announcement in the portal alone. */
		announcedHeld: number;
		/** How many people are named for help during the first live shifts. */
		escalationContacts: number;
		/** When what was learned went into a draft of the playbook. */
		lessonsProposedAt: string | null;
		/** When settings are to be frozen for the first live shifts. */
		freeze: { from: string | null; until: string | null };
		/** From day to day. */
		pilot: { startsAt: string | null; endedAt: string | null; shiftsPlanned: number | null };
		/** Where and when the customer agreed to use the product. */
		scopes: WrittenScopes;
		/** How long hypercare lasts; the longest while nobody has decided. */
		hypercareWeeks: number;
		/** Whether cashiers work with the product, as it was decided; null where the playbook does not ask. */
		cashiersInScope: "yes" | "no" | "undecided" | null;
		/** Whether what the contract promises can be supplied, as it was last set; null until it was set. */
		acceptance: AcceptanceFact | null;
	};
	casino: { id: string; status: CasinoStatus; paymentStanding: string };
	/** `hasCopy`: a file is attached. */
	contracts: {
		id: string;
		type: ContractType;
		status: ContractStatus;
		signedAt: string | null;
		hasCopy: boolean;
	}[];
	invoices: {
		id: string;
		number: string;
		status: string;
		opensGate: boolean;
		purchaserEmail: string | null;
		sentAt: string | null;
		paidAt: string | null;
		dueAt: string | null;
		poStatus: string;
	}[];
	gate: { isOpen: boolean; openedAt: string | null; missing: string[]; conditions: readonly GateCondition[] };
	/** The run that is not undone. */
	run: {
		id: string;
		status: RunStatus;
		openedAt: string;
		finishedAt: string | null;
		/** Of each step, by its name. */
		steps: { id: string; step: string; status: string; finishedAt: string | null }[];
	} | null;
	heldEvents: { id: string; reason: string; receivedAt: string }[];
	settings: { id: string } | null;
	/** What the system of record is, in the order of the questions. */
	boundaries: BoundaryFact[];
	entitlements: { granted: number; missing: string[]; planned: boolean };
	messages: { id: string; template: string; status: string; to: string; sentAt: string | null }[];
	invites: { id: string; email: string; role: string; status: string }[];
	staff: {
		id: string;
		name: string;
		email: string;
		role: string;
		status: string;
		/** When the person last signed in to Keyturn. */
		lastSignInAt: string | null;
		/** The role the product knows for the person; null when it does not know them. */
		productRole: string | null;
	}[];
	floor: FloorFact;
	/** How far the product has what is edited here; null when nothing was ever brought there. */
	sync: { isDone: boolean; problem: string | null; frozenUntil: string | null } | null;
	/** Entries of the audit record: a person's change of staff, of settings, and an export of this customer's record. */
	auditTrail: { staff: string | null; settings: string | null; exported: string | null };
	/** Who is compliance lead by their account, on the roster or not. */
	complianceLeads: { name: string; email: string }[];
	/** `attended` are the ids of the staff who came. */
	training: { id: string; role: string; status: string; at: string | null; attended: string[] }[];
	pilotIssues: {
		id: string;
		title: string;
		severity: "blocker" | "major" | "minor";
		status: PilotIssueStatus;
		foundAt: string;
		/** It was put off to the roadmap, and where it stands there. */
		isForRoadmap: boolean;
		roadmapLink: string | null;
	}[];
	spotChecks: SpotCheckFact[];
	checkIns: { id: string; kind: CheckInKind; day: number; dueAt: string; status: string; hasNote: boolean }[];
	adoption: WeekFact[];
	/** The pilot's use, as the product told it. */
	pilotUse: WeekFact | null;
	decisions: {
		id: string;
		kind: string;
		status: string;
		decidedAt: string | null;
		endsAt: string | null;
	}[];
	risks: { id: string; title: string; kind: string; severity: "low" | "medium" | "high"; openedAt: string }[];
	waits: { id: string; what: string; on: "us" | "customer" | "third_party"; since: string; until: string | null }[];
	/** The items whose minutes of work are asked for, and that belong to the onboarding. */
	timedItems: { id: string; title: string; status: string; minutes: number | null }[];
	items: { open: number; overdue: { id: string; title: string; dueAt: string; owner: "vendor" | "customer" }[] };
};

export type AcceptanceFact = {
	id: string;
	colour: AcceptanceColour;
	setAt: string;
	/** When a manager acknowledged this setting; an earlier one's does not count. */
	acknowledgedAt: string | null;
	/** What was mailed to managers when it last got worse. */
	mails: { id: string; status: string; to: string }[];
};

export type BoundaryQuestion = "entered_first_in_product" | "stays_on_paper" | "fallback";

export type BoundaryFact = {
	question: BoundaryQuestion;
	/** The item that answers it, where the plan has one. */
	item: string | null;
	/** The item is there and not done. */
	isOpen: boolean;
	answer: string | null;
	by: string | null;
	at: string | null;
};

/** In the agreed scope; while none is agreed, in all active areas. Tables that are out of service do not count. */
export type FloorFact = {
	areas: number;
	tables: number;
	/** Names, here of agreed areas that are closed and agreed tables that are out of service. */
	closed: string[];
	/** Areas without a table in service. */
	emptyAreas: string[];
	tablesWithoutArea: string[];
	tablesWithoutGame: string[];
	/** Games that are played at a table without limits of its own, and have none in the settings. */
	gamesWithoutLimits: string[];
};

export type ContactFact = { name: string | null; email: string | null };

/** One week of measured use, in the scope that was agreed for it. */
export type WeekFact = {
	id: string;
	/** 1 is the week of the go-live. */
	week: number;
	startsOn: string;
	/** What was agreed when it was measured, in words; null when nothing was: then its shares are told to nobody. */
	scope: string | null;
	shiftsInScope: number;
	shiftsRecorded: number;
	tablesInScope: number;
	tablesUsed: number;
	areasInScope: number;
	areasUsed: number;
	entries: number;
	/** By the agreed shifts; empty where only sums were told. */
	shifts: { name: string; inScope: number; recorded: number; entries: number }[];
	/** Failed writes and permission errors. */
	exceptions: number;
	activeStaff: number;
	staffByRole: { role: string; people: number }[];
	/** Those that were taken in this week. */
	spotChecks: SpotCheckFact[];
};

export type SpotCheckFact = { id: string; task: TopTask; seconds: number; observedAt: string };
