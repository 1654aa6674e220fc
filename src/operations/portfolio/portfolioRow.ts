import type { WaitingOn } from "@/domain/waitingOn";
import { isoSql } from "@/queue/isoSql";
import { daysLateSql } from "../plan/daysLateSql";
import { waitingSql } from "../plan/waitingSql";

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
	/** By how many days it is expected, or was reached, after the promised one; negative before it. */
	daysLate: number | null;
	waitingOn: WaitingOn;
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

export const portfolioFrom = `onboardings o JOIN casinos c ON c.id = o.casino_id`;

/** One row, from `chosen` (an onboarding's columns, its customer's name and its place in the order). */
export const portfolioColumns = `
	o.id, o.casino_id AS "casinoId", o.customer, nullif(o.title, o.customer) AS title, o.status, o.health,
	o.health_reasons -> 0 ->> 'says' AS "healthSays", o.playbook_id AS "playbookId", p.name AS playbook, o.phase, l.name AS "phaseName",
	${isoSql("o.created_at")} AS "openedAt", o.go_live_at AS "promisedAt", o.forecast_go_live_at AS "forecastAt",
	o.forecast_because AS "forecastBecause", o.went_live_at AS "wentLiveAt", ${isoSql("o.completed_at")} AS "completedAt",
	${daysLateSql} AS "daysLate", ${waitingSql} AS "waitingOn",
	coalesce(m.name, m.email) AS manager, o.operations_lead_name AS lead`;

export const portfolioJoins = `
	LEFT JOIN playbooks p ON p.id = o.playbook_id LEFT JOIN users m ON m.id = o.manager_id
	LEFT JOIN checklists l ON l.onboarding_id = o.id AND l.phase = o.phase`;
