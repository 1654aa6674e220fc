import type { PayloadRequest } from "payload";
import type { PortfolioFilters, PortfolioQuery, PortfolioSort } from "@/domain/portfolio/portfolioQuery";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { conditionOf } from "./conditionOf";
import { COLUMN_SIZE, PAGE_SIZE } from "./pageSizes";
import {
	type PhaseCount,
	type PortfolioChoices,
	type PortfolioRow,
	portfolioColumns,
	portfolioFrom,
	portfolioJoins,
} from "./portfolioRow";
import { portfolioChoicesSql, portfolioCountsSql } from "./portfolioSql";

export type Portfolio = {
	/** A page of them, or with the board as view the first of each phase. */
	rows: PortfolioRow[];
	total: number;
	counts: PhaseCount[];
	choices: PortfolioChoices;
	/** Whether there is any onboarding at all, whatever is filtered. */
	hasAny: boolean;
};

const orders: Record<PortfolioSort, string> = {
	forecast: "coalesce(o.went_live_at, o.forecast_go_live_at, o.go_live_at)",
	promised: "o.go_live_at",
	opened: "o.created_at",
	customer: "lower(c.name)",
	health: "o.health",
};

/**
 * The onboardings that the filters leave, for list, board and timeline alike, with how many stand in each phase. Three statements,
 * whatever there is.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readPortfolio(input: { req: PayloadRequest; query: PortfolioQuery }): Promise<Portfolio> {
	requireVendor(input.req);
	const { query } = input;
	const sql = await sqlOf(input.req);
	const [rows, counts, [around]] = await Promise.all([
		query.view === "board" ? readColumns(sql, query) : readPage(sql, query),
		readCounts(sql, query),
		sql<{ choices: PortfolioChoices; hasAny: boolean }>(portfolioChoicesSql),
	]);
	const total = counts.reduce((sum, count) => sum + count.total, 0);
	return { rows, total, counts, choices: around?.choices ?? noChoices, hasAny: around?.hasAny ?? false };
}

/**
 * A page of them by itself: what a long column shows next.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readPortfolioRows(input: {
	req: PayloadRequest;
	query: PortfolioQuery;
	/** How many are on a page; as many as the view shows when left out. */
	size?: number;
}): Promise<{ rows: PortfolioRow[] }> {
	requireVendor(input.req);
	const size = input.size ?? (input.query.view === "board" ? COLUMN_SIZE : PAGE_SIZE);
	return { rows: await readPage(await sqlOf(input.req), input.query, size) };
}

const noChoices: PortfolioChoices = { playbooks: [], phases: [], managers: [], people: [], leads: [], moreLeads: 0 };

/** The order is found over the few columns that it needs; what a row shows is read for the page's rows alone. */
function readPage(sql: Sql, query: PortfolioQuery, size = PAGE_SIZE): Promise<PortfolioRow[]> {
	const { condition, values } = conditionOf(query, 3);
	return sql<PortfolioRow>(
		`WITH chosen AS (
			SELECT o.id, c.name AS customer, row_number() OVER (ORDER BY ${orderOf(query)}) AS place
			FROM ${portfolioFrom} WHERE ${condition} ORDER BY place LIMIT $1 OFFSET $2
		) ${rowsOf("chosen")}`,
		[size, (query.page - 1) * size, ...values],
	);
}

function readColumns(sql: Sql, query: PortfolioQuery): Promise<PortfolioRow[]> {
	const { condition, values } = conditionOf(query, 2);
	return sql<PortfolioRow>(
		`WITH placed AS (
			SELECT o.id, c.name AS customer, row_number() OVER (PARTITION BY o.playbook_id, o.phase ORDER BY ${orderOf(query)}) AS place
			FROM ${portfolioFrom} WHERE ${condition}
		), chosen AS (SELECT * FROM placed WHERE place <= $1)
		${rowsOf("chosen")}`,
		[COLUMN_SIZE, ...values],
	);
}

const rowsOf = (chosen: string) => `
	SELECT ${portfolioColumns}
	FROM (SELECT o.*, f.customer, f.place FROM ${chosen} f JOIN onboardings o ON o.id = f.id) o ${portfolioJoins}
	ORDER BY o.place, o.customer, o.id`;

function readCounts(sql: Sql, filters: PortfolioFilters): Promise<PhaseCount[]> {
	const { condition, values } = conditionOf(filters);
	return sql<PhaseCount>(portfolioCountsSql(condition), values);
}

/** Total, so that no row is on two pages. What has no date comes last, either way. */
const orderOf = ({ sort, isDescending }: PortfolioQuery) =>
	`${orders[sort]} ${isDescending ? "DESC" : "ASC"} NULLS LAST, lower(c.name), o.id`;
