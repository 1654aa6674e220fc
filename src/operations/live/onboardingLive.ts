import type { CheckInStatus } from "@/domain/checkInStatus";
import type { ContractStatus } from "@/domain/contractStatus";
import type { ContractType, Gate, GateCondition, GateStandard } from "@/domain/gate";
import type { InvoiceStanding } from "@/domain/invoiceStanding";
import type { InvoiceStatus } from "@/domain/invoiceStatus";
import type { OnboardingStatus } from "@/domain/onboardingStatus";
import type { PoStatus } from "@/domain/poStatus";
import type { RunStatus } from "@/domain/runStatus";
import type { StepStatus } from "@/domain/stepStatus";
import type { WaitingOn } from "@/domain/waitingOn";
import type { Evidence } from "@/provisioning/ports";
import type { Slug } from "@/slugs";

/** A record to open. Without an id there is none yet: one has to be made. */
export type RecordRef = { collection: Slug; id: string | null };

/** A condition of the gate with the record to act on; null when it is met or stands on the onboarding itself. */
export type LiveCondition = GateCondition & { record: RecordRef | null };
export type LiveGate = Pick<Gate, "isOpen"> & { standard: GateStandard; conditions: LiveCondition[] };

/** Amounts are integer minor units, null for those who may not see them. Times are ISO 8601 throughout. */
export type LiveInvoice = {
	id: string;
	number: string;
	status: InvoiceStatus;
	standing: InvoiceStanding;
	opensGate: boolean;
	amountDue: number | null;
	amountPaid: number | null;
	currency: string;
	dueAt: string | null;
	paidAt: string | null;
	po: {
		number: string | null;
		status: PoStatus;
		/** The reader is the first of two approvers. */
		hasOwnSeat: boolean;
		/** Names, not ids. */
		approvedBy: string | null;
		secondApprover: string | null;
		reason: string | null;
		expiresAt: string | null;
	};
};

export type LiveStep = {
	id: string;
	step: string;
	title: string;
	position: number;
	status: StepStatus;
	attempts: number;
	evidence: Evidence | null;
	error: string | null;
	/** Why it was skipped or undone. */
	reason: string | null;
	nextAttemptAt: string | null;
	startedAt: string | null;
	finishedAt: string | null;
};

export type LiveRun = {
	id: string;
	status: RunStatus;
	playbook: string;
	error: string | null;
	undoReason: string | null;
	createdAt: string;
	startedAt: string | null;
	finishedAt: string | null;
	steps: LiveStep[];
};

export type LiveCheckIn = {
	id: string;
	label: string;
	day: number;
	dueAt: string;
	status: CheckInStatus;
	outcome: string | null;
};

export type NextDate = { what: string; at: string };

/** Everything an onboarding's live panel shows. `isRedacted`: what the vendor keeps to itself has been left out. */
export type OnboardingLive = {
	onboardingId: string;
	status: OnboardingStatus;
	/** `word`: what its playbook calls it. */
	casino: { id: string; name: string; status: string; word: string };
	/** The casino's day. */
	today: string;
	/** A day. */
	goLiveAt: string | null;
	gateOpenedAt: string | null;
	gate: LiveGate;
	invoices: LiveInvoice[];
	/** The one asked for, else the one that is not undone, else the latest. */
	run: LiveRun | null;
	/** There have been runs and each is undone: a person opens the next. */
	mayReopen: boolean;
	checkIns: LiveCheckIn[];
	waitingOn: WaitingOn;
	nextDate: NextDate | null;
	readAt: string;
	isRedacted: boolean;
};

export type ContractFact = { id: string; type: ContractType; status: ContractStatus };
export type InviteFact = { name: string | null; email: string; status: string; expiresAt: string };
