import { vendorRoles } from "@/access/roles";
import { parsePortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { readPortfolioRows } from "@/operations/portfolio/readPortfolio";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/portfolio`: a page of onboardings by the filters of the screen, such as the next of a long column. */
export const getPortfolio = defineEndpoint({
	method: "get",
	path: "/portfolio",
	allow: vendorRoles,
	handle: ({ req }) => readPortfolioRows({ req, query: parsePortfolioQuery(req.searchParams) }),
});
