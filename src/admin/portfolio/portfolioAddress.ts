import { type PortfolioQuery, printPortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { portfolioPath } from "../parts/adminPath";

/** Where a query is looked at. */
export function pathOf(query: PortfolioQuery): string {
	const address = printPortfolioQuery(query).toString();
	return address ? `${portfolioPath}?${address}` : portfolioPath;
}
