import { vendorRoles } from "@/access/roles";
import { parsePortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { exportPortfolio } from "@/operations/portfolio/exportPortfolio";
import { csvAnswer } from "../csvAnswer";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/exports/portfolio.csv`: what the filters of the screen leave, streamed. */
export const getPortfolioExport = defineEndpoint({
	method: "get",
	path: "/exports/portfolio.csv",
	allow: vendorRoles,
	handle: async ({ req }) =>
		csvAnswer("portfolio", await exportPortfolio({ req, query: parsePortfolioQuery(req.searchParams) })),
});
