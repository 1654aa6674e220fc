import type { PayloadRequest } from "payload";
import { toCsvLine } from "@/audit/toCsvLine";
import type { PortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import type { PortfolioRow } from "./portfolioRow";
import { readPortfolioRows } from "./readPortfolio";

const PAGE = 1000;
/** More than that nobody reads in a spreadsheet. */
const MOST_ROWS = 50_000;

const columns: readonly [string, (row: PortfolioRow) => string | null][] = [
	["customer", ({ customer }) => customer],
	["onboarding", ({ id }) => id],
	["playbook", ({ playbook }) => playbook],
	["phase", ({ phaseName, phase }) => phaseName ?? phase],
	["status", ({ status }) => status],
	["health", ({ health }) => health],
	["why", ({ healthSays }) => healthSays],
	["promised", ({ promisedAt }) => promisedAt],
	["expected", ({ forecastAt }) => forecastAt],
	["because of", ({ forecastBecause }) => forecastBecause],
	["went live", ({ wentLiveAt }) => wentLiveAt],
	["late", ({ isLate }) => (isLate ? "yes" : "no")],
	["waiting on", ({ waitingFor }) => waitingFor],
	["waiting for", ({ waitsWhat }) => waitsWhat],
	["waiting since", ({ waitsSince }) => waitsSince],
	["manager", ({ manager }) => manager],
	["operations lead", ({ lead }) => lead],
	["opened", ({ openedAt }) => openedAt],
	["completed", ({ completedAt }) => completedAt],
];

/**
 * Every onboarding that the filters leave, as CSV in the order asked for, read page by page as the receiver takes it.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function exportPortfolio(input: {
	req: PayloadRequest;
	query: PortfolioQuery;
}): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	const pageOf = async (page: number) =>
		(await readPortfolioRows({ req: input.req, query: { ...input.query, page }, size: PAGE })).rows;
	// The first page is read before anything is answered: who may not is told so.
	let next: Promise<PortfolioRow[]> | null = Promise.resolve(await pageOf(1));
	let page = 1;
	const encoder = new TextEncoder();
	return new ReadableStream(
		{
			start: (controller) => controller.enqueue(encoder.encode(toCsvLine(columns.map(([name]) => name)))),
			pull: async (controller) => {
				const rows = (await next) ?? [];
				const lines = rows.map((row) => toCsvLine(columns.map(([, cellOf]) => cellOf(row))));
				if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
				const isLast = rows.length < PAGE || page * PAGE >= MOST_ROWS;
				if (isLast) controller.close();
				else next = pageOf(++page);
			},
		},
		{ highWaterMark: 1 },
	);
}
