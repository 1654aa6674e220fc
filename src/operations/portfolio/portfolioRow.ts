import type { WaitingFor } from "@/domain/portfolio/portfolioQuery";
import { isoSql } from "@/queue/isoSql";
import { openWaitSql } from "../plan/openWaitSql";

/** An onboarding as the portfolio shows it. Times are ISO 8601, of the go-live days. */
export type PortfolioRow = {
	id: string;
	casinoId: string;
	customer: string;
	/** What the onboarding is called, where that is not the customer's name. */
	title: string | null;
	status: "open" | "on_hold" | "completed" | "cancelled";
	health: "green" | "yellow" | "red";
	/** The worst reason, in one sentence; none while it is green. */
	healthSays: string | null;
	playbookId: string | null;
	playbook: string | null;
	phase: string | null;
	phaseName: string | null;
	openedAt: string;
	promisedAt: string | null;
	forecastAt: string | null;
	forecastBecause: string | null;
	wentLiveAt: string | null;
	completedAt: string | null;
	/** Expected, or reached, after the day that was promised. */
	isLate: boolean;
	/** Whose turn it is; nobody's when it is over. */
	waitingFor: WaitingFor | null;
	/** What is waited for, where somebody wrote it down. */
	waitsWhat: string | null;
	waitsSince: string | null;
	manager: string | null;
	lead: string | null;
};

/** How many onboardings stand in a phase. `name` is what the newest version that has the phase calls it. */
export type PhaseCount = {
	playbookId: string | null;
	playbook: string | null;
	phase: string | null;
	name: string | null;
	total: number;
	green: number;
	yellow: number;
	red: number;
	late: number;
};

export type Choice = { value: string; label: string };

/** What the filters offer. */
export type PortfolioChoices = {
	playbooks: Choice[];
	phases: (Choice & { playbook: string })[];
	managers: Choice[];
	/** Who may be made a manager. */
	people: Choice[];
	leads: Choice[];
	/** How many there are beside these. */
	moreLeads: number;
};

/** Later than the promised day: within it is on time. */
export const isLateSql = "(coalesce(o.went_live_at, o.forecast_go_live_at) > o.go_live_at)";

export const portfolioFrom = `onboardings o JOIN casinos c ON c.id = o.casino_id`;

/** One row, from `chosen` (an onboarding's columns, its customer's name and its place in the order). */
export const portfolioColumns = `
	o.id, o.casino_id AS "casinoId", o.customer, nullif(o.title, o.customer) AS title, o.status, o.health,
	o.health_reasons -> 0 ->> 'says' AS "healthSays", o.playbook_id AS "playbookId", p.name AS playbook, o.phase, l.name AS "phaseName",
	${isoSql("o.created_at")} AS "openedAt", o.go_live_at AS "promisedAt", o.forecast_go_live_at AS "forecastAt",
	o.forecast_because AS "forecastBecause", o.went_live_at AS "wentLiveAt", ${isoSql("o.completed_at")} AS "completedAt",
	coalesce(${isLateSql}, false) AS "isLate",
	CASE WHEN o.status IN ('open', 'on_hold') THEN coalesce(w."on"::text, 'us') END AS "waitingFor", w.what AS "waitsWhat", ${isoSql("w.since")} AS "waitsSince",
	coalesce(m.name, m.email) AS manager, o.operations_lead_name AS lead`;

export const portfolioJoins = `
	LEFT JOIN playbooks p ON p.id = o.playbook_id LEFT JOIN users m ON m.id = o.manager_id
	LEFT JOIN checklists l ON l.onboarding_id = o.id AND l.phase = o.phase
	LEFT JOIN LATERAL ${openWaitSql} w ON o.status IN ('open', 'on_hold')`;
