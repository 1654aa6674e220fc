import type { ApprovalView } from "../approvals/readApprovals";
import type { WaitingDecision } from "../decisions/readWaitingDecisions";
import type { PhaseCount, PortfolioRow } from "../portfolio/portfolioRow";
import type { OverdueWork } from "../portfolio/readOverdueWork";

/** Something that waits for a person. Times are ISO 8601. */
export type Need = {
	id: string;
	title: string;
	detail: string | null;
	severity: "low" | "medium" | "high" | null;
	casinoId: string | null;
	casinoName: string | null;
	at: string;
};
export type NeedKind = "held" | "failedRuns" | "risks" | "checkIns" | "redHealth";
export type Needs = Record<NeedKind, { total: number; rows: Need[] }>;

export type MovingRun = {
	id: string;
	status: "queued" | "running" | "succeeded";
	casinoId: string;
	casinoName: string;
	stepsDone: number;
	stepsTotal: number;
	/** The step that runs, or that comes next. */
	currentStep: string | null;
	since: string;
};

export type Live = {
	needs: Needs;
	/** Decisions that wait for a second person. */
	decisions: { total: number; rows: WaitingDecision[] };
	/** Payments, refunds, purchase orders and changes of invoices that wait for an approver; releases stand at the held payment. */
	approvals: { total: number; rows: ApprovalView[] };
	/** What is overdue of the reader's own work. */
	overdue: OverdueWork;
	/** The first of the runs; `total` counts all of them, `inProgress` those that have not ended. */
	moving: { total: number; inProgress: number; runs: MovingRun[] };
};

/** An open onboarding on its way to going live. */
export type ComingLive = Pick<
	PortfolioRow,
	| "id"
	| "customer"
	| "health"
	| "phase"
	| "phaseName"
	| "promisedAt"
	| "forecastAt"
	| "forecastBecause"
	| "wentLiveAt"
	| "daysLate"
>;

export type DashboardPortfolio = {
	/** How many open onboardings stand in each phase of their plans; phases nobody is in are left out. */
	phases: PhaseCount[];
	open: number;
	onHold: number;
	completed: number;
	/** Not live yet: the soonest expected first. */
	next: ComingLive[];
	/** How far the very first customer has come in. */
	has: { casino: boolean; onboarding: boolean; contract: boolean; invoice: boolean };
};
