import type { CustomerRole, VendorRole } from "@/access/roles";
import type { AcceptanceColour } from "@/domain/acceptance";
import type { AdoptionTrend } from "@/domain/adoption/adoptionTrend";
import type { WrittenScopes } from "@/domain/adoption/agreedScope";
import type { DecisionStatus } from "@/domain/decisionStatus";
import type { DoneLine } from "@/domain/decisions/definitionOfDone";
import type { HealthLevel, HealthReason } from "@/domain/health/healthReason";
import type { OnboardingStatus } from "@/domain/onboardingStatus";
import type { PilotIssueStatus } from "@/domain/pilotIssueStatus";
import type { EvidenceKind, ItemKind, ItemOwner } from "@/domain/playbook/content";
import type { WeekFact } from "@/domain/playbook/facts";
import type { ItemStatus } from "@/domain/playbook/itemStatus";
import type { Stance } from "@/domain/playbook/opinion";
import type { PhaseStatus } from "@/domain/playbook/phaseStatus";
import type { TimeToLive } from "@/domain/playbook/timeToLive";
import type { PlaybookWords } from "@/domain/playbook/words";
import type { RecordRef } from "@/domain/recordRef";
import type { TopTask } from "@/domain/topTasks";
import type { TrainingStatus } from "@/domain/trainingStatus";

/** Times are ISO 8601 in UTC throughout, days YYYY-MM-DD and the casino's; null is “not yet” or “none”. */
export type PersonRef = { id: string; name: string };

/** What an item waits for. Without an id it is something the reader does not see. */
export type WaitsFor = { id: string | null; title: string; kind: "comes_first" | "decision" };

export type PlanWaiver = {
	id: string;
	status: DecisionStatus;
	reason: string | null;
	expiresAt: string | null;
	requestedBy: PersonRef | null;
};

/** Without a person: theirs is no account any more, or not to be named to the reader. */
export type PlanOpinion = {
	person: PersonRef | null;
	isVendors: boolean;
	stance: Stance;
	words: string | null;
	at: string;
};

export type PlanItemView = {
	id: string;
	key: string;
	phase: string;
	title: string;
	guidance: string | null;
	kind: ItemKind;
	owner: ItemOwner;
	isVisibleToCustomer: boolean;
	status: ItemStatus;
	/** A role, of the vendor's or the customer's people. */
	responsible: string;
	accountable: string | null;
	/** Roles that are asked, and roles that are told when it is done. */
	consulted: string[];
	informed: string[];
	/** What consulted people said; empty where nobody has. */
	opinions: PlanOpinion[];
	/** Whether who asks is consulted and may answer. */
	mayAdvise: boolean;
	/** Whether the minutes of work are asked for when it is ticked. */
	isTimed: boolean;
	/** Whether who asks may tick it, start it, put it off and open it again. */
	mayAct: boolean;
	assignee: PersonRef | null;
	evidence: EvidenceKind;
	/** Of a decision: what may be chosen. */
	choices: string[];
	automation: string | null;
	criterion: string | null;
	/** Of a computed criterion: what was found, in one sentence, and the record that shows it. */
	says: string | null;
	foundIn: RecordRef | null;
	/** Days. */
	dueAt: string | null;
	forecastAt: string | null;
	snoozedTo: string | null;
	/** It is open, and the day on which it was due is over at the casino. */
	isLate: boolean;
	snoozeReason: string | null;
	startedAt: string | null;
	doneAt: string | null;
	doneBy: PersonRef | null;
	minutesTaken: number | null;
	choice: string | null;
	proofValue: string | null;
	proofLink: string | null;
	proofFile: { id: string; filename: string; url: string } | null;
	signedName: string | null;
	/** Signed, approved or decided by somebody who had not proved their address. */
	isSignerUnproved: boolean;
	note: string | null;
	waitsFor: WaitsFor[];
	/** Asked for or in force. */
	waiver: PlanWaiver | null;
};

export type PlanPhaseView = {
	id: string;
	key: string;
	name: string;
	goal: string;
	status: PhaseStatus;
	startedAt: string | null;
	closedAt: string | null;
	closedBy: PersonRef | null;
	/** Closed by somebody who had not proved their address. */
	isCloserUnproved: boolean;
	/** The last day on which something of it is due, and is expected. */
	dueAt: string | null;
	forecastAt: string | null;
	/** Of those that belong to the onboarding. */
	items: number;
	settled: number;
};

export type PlanWait = {
	id: string;
	on: "us" | "customer" | "third_party";
	whom: string | null;
	what: string;
	since: string;
	until: string | null;
};

export type PlanTraining = {
	id: string;
	title: string;
	role: CustomerRole;
	at: string;
	durationMinutes: number | null;
	trainer: string | null;
	place: string | null;
	status: TrainingStatus;
	attendees: { person: string; name: string; hasAttended: boolean }[];
};

export type PlanIssue = {
	id: string;
	title: string;
	detail: string | null;
	severity: "blocker" | "major" | "minor";
	status: PilotIssueStatus;
	foundAt: string;
	reportedBy: string | null;
	owner: PersonRef | null;
	outcome: "fix_now" | "training" | "roadmap" | "wont_fix" | null;
	roadmapLink: string | null;
};

/** One setting of the acceptance. */
export type PlanAcceptance = {
	id: string;
	colour: AcceptanceColour;
	reason: string;
	setBy: PersonRef | null;
	setAt: string;
	acknowledgedBy: PersonRef | null;
	acknowledgedAt: string | null;
	nextAction: string | null;
};

export type PlanSpotCheck = { id: string; task: TopTask; seconds: number; observedAt: string; by: string | null };

export type OnboardingPlan = {
	onboardingId: string;
	title: string;
	status: OnboardingStatus;
	casino: { id: string; name: string; status: string; timezone: string };
	/** `newest` is the last published version: another one than its own can be compared and applied. */
	playbook: { id: string; name: string; version: number; newest: number } | null;
	/** What the pinned version says in its own words; the default where it follows none. */
	words: PlaybookWords;
	/** The key of the phase it is in. */
	phase: string | null;
	dates: {
		openedAt: string;
		gateOpenedAt: string | null;
		pilotStartsAt: string | null;
		pilotEndsAt: string | null;
		promisedGoLiveAt: string | null;
		agreedGoLiveAt: string | null;
		forecastGoLiveAt: string | null;
		/** What the forecast hangs on, in the item's words. */
		forecastBecause: string | null;
		wentLiveAt: string | null;
		/** By how many days it is expected, or was reached, after the promised one; negative before it. */
		daysLate: number | null;
		completedAt: string | null;
		freezeFrom: string | null;
		freezeUntil: string | null;
	};
	/** From opening to going live, or to now. */
	time: TimeToLive;
	health: {
		level: HealthLevel;
		since: string | null;
		reasons: HealthReason[];
		acknowledgedAt: string | null;
		needsAcknowledgement: boolean;
	};
	phases: PlanPhaseView[];
	items: PlanItemView[];
	people: {
		vendor: (PersonRef & { role: VendorRole })[];
		customer: (PersonRef & { roles: CustomerRole[] })[];
		/** Who works there, with an account or without. */
		roster: (PersonRef & { role: CustomerRole })[];
		/** Who was asked in and has not come. The id is the invitation's. */
		invited: (PersonRef & { role: CustomerRole; expiresAt: string })[];
		operationsLead: string | null;
		adminContact: string | null;
		manager: PersonRef | null;
	};
	escalation: { name: string; role: string | null; reach: string }[];
	/** What was announced of the go-live, with its places still to be filled; null until it is sent. */
	announcement: { subject: string | null; text: string; sentAt: string } | null;
	/** Those that last first, then the newest. */
	waits: PlanWait[];
	training: PlanTraining[];
	issues: PlanIssue[];
	/** Newest first. */
	spotChecks: PlanSpotCheck[];
	adoption: AdoptionTrend & { facts: WeekFact[] };
	scopes: WrittenScopes;
	/** The pilot's use, as the product told it. */
	pilotUse: WeekFact | null;
	/** The sponsor's word that it is their primary tool: whether the playbook asks for it, and whether it can be given. */
	signOff: "not_asked" | "waiting" | "ready" | "signed";
	/** The casino's day. */
	today: string;
	/** As it was set, newest first; empty where the playbook has none or nobody set it yet. */
	acceptances: PlanAcceptance[];
	/** What must be true before it is completed, as it was found last; null before the first look. */
	definitionOfDone: DoneLine[] | null;
	readAt: string;
	/** What the vendor keeps to itself has been left out. */
	isRedacted: boolean;
};
