import type { PayloadRequest } from "payload";
import type { PortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import type { PortfolioRow } from "./portfolioRow";
import { readPortfolioRows } from "./readPortfolio";
import { streamCsv } from "./streamCsv";

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
	["late", ({ daysLate }) => ((daysLate ?? 0) > 0 ? "yes" : "no")],
	["days late", ({ daysLate }) => (daysLate === null ? null : String(Math.max(daysLate, 0)))],
	["waiting on", ({ waitingOn }) => waitingOn.who],
	["waiting for", ({ waitingOn }) => waitingOn.what],
	["waiting since", ({ waitingOn }) => waitingOn.since],
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
	const { req, query } = input;
	return streamCsv({
		columns,
		pageOf: async (page, size) => (await readPortfolioRows({ req, query: { ...query, page }, size })).rows,
	});
}
