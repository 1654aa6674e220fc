import type { PayloadRequest } from "payload";
import { monthsOf, type ReportQuery } from "@/domain/portfolio/reportQuery";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import type { Choice } from "./portfolioRow";
import { reportLinesSql, reportPhasesSql } from "./reportsSql";

/** What was measured over some onboardings that went live. Times are in days. */
export type ReportFigures = {
	launched: number;
	/** From opening to going live. */
	totalMedian: number;
	totalP90: number;
	/** Of that, without waiting on the customer or a third party. */
	oursMedian: number;
	oursP90: number;
	/** From the opened gate to going live; null where no gate was ever opened. */
	fromGateMedian: number | null;
	/** Sums over all of them: whose days they were. */
	ours: number;
	customer: number;
	thirdParty: number;
	/** How many had a promised date, and how many of those kept it. */
	promised: number;
	onTime: number;
};
export type ReportLine = ReportFigures & { playbook: string; month: string | null };
export type ReportMonth = { month: string; figures: ReportFigures | null };
/** Mean days that an onboarding spent in a phase before it went live, and whose they were. */
export type ReportPhase = {
	playbook: string;
	phase: string;
	name: string;
	launched: number;
	ours: number;
	customer: number;
	thirdParty: number;
};
export type Reports = {
	all: ReportFigures | null;
	/** Every month asked for, those without a go-live too. */
	months: ReportMonth[];
	/** A line for each playbook (without a month), and for each playbook and month. */
	playbooks: ReportLine[];
	phases: ReportPhase[];
	choices: Choice[];
};

type Row = ReportFigures & { playbook: string | null; month: string | null; isOfPlaybook: boolean };
const noPlaybook = "No playbook";

/**
 * How long onboardings took that went live in some months, where their time waited and whether promises were kept. Three
 * statements.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readReports({ req, query }: { req: PayloadRequest; query: ReportQuery }): Promise<Reports> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const values = [...boundsOf(query), query.playbook];
	const [rows, phases, choices] = await Promise.all([
		sql<Row>(reportLinesSql, values),
		sql<Omit<ReportPhase, "playbook"> & { playbook: string | null }>(reportPhasesSql, values),
		sql<Choice>("SELECT id AS value, name AS label FROM playbooks WHERE _status = 'published' ORDER BY name"),
	]);
	const all = rows.find(({ isOfPlaybook, month }) => !isOfPlaybook && month === null);
	return {
		all: all && all.launched > 0 ? figuresOf(all) : null,
		months: monthsOf(query).map((month) => {
			const row = rows.find((each) => !each.isOfPlaybook && each.month === month);
			return { month, figures: row ? figuresOf(row) : null };
		}),
		playbooks: rows
			.filter(({ isOfPlaybook }) => isOfPlaybook)
			.map((row) => ({ playbook: row.playbook ?? noPlaybook, month: row.month, ...figuresOf(row) })),
		phases: phases.map((phase) => ({ ...phase, playbook: phase.playbook ?? noPlaybook })),
		choices,
	};
}

function figuresOf({ playbook: _playbook, month: _month, isOfPlaybook: _isOf, ...figures }: Row): ReportFigures {
	return figures;
}

/** The first moment of the first month, and the first one after the last month. */
function boundsOf({ from, to }: ReportQuery): [string, string] {
	const [year = 0, month = 1] = to.split("-").map(Number);
	return [`${from}-01T00:00:00.000Z`, new Date(Date.UTC(year, month, 1)).toISOString()];
}
