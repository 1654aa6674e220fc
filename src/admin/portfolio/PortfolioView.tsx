import { Link } from "@payloadcms/ui";
import type { AdminViewServerProps } from "payload";
import { hasFilters, type PortfolioQuery, parsePortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { type Portfolio, readPortfolio } from "@/operations/portfolio/readPortfolio";
import { slug } from "@/slugs";
import { AdminPage } from "../parts/AdminPage";
import { addressOf } from "../parts/addressOf";
import { createPath, portfolioPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { PortfolioBoard } from "./PortfolioBoard";
import { PortfolioFrame } from "./PortfolioFrame";
import { PortfolioList } from "./PortfolioList";
import { PortfolioPages } from "./PortfolioPages";
import { PortfolioTimeline } from "./PortfolioTimeline";
import "../parts/narrow.css";
import "./portfolio.css";

/** How is the portfolio? Every onboarding as list, board by phase, or timeline, by the same filters. */
export async function PortfolioView(view: AdminViewServerProps) {
	const query = parsePortfolioQuery(addressOf(view.searchParams));
	const { req, permissions } = view.initPageResult;
	const portfolio = await readPortfolio({ req, query });
	const mayEdit = permissions.collections?.[slug.onboardings]?.update === true;
	return (
		<AdminPage view={view} title="Portfolio">
			<PortfolioFrame query={query} choices={portfolio.choices} total={portfolio.total} counts={portfolio.counts}>
				<Shown query={query} portfolio={portfolio} mayEdit={mayEdit} />
			</PortfolioFrame>
		</AdminPage>
	);
}

type ShownProps = { query: PortfolioQuery; portfolio: Portfolio; mayEdit: boolean };

function Shown({ query, portfolio, mayEdit }: ShownProps) {
	const { rows, total, counts, choices, hasAny } = portfolio;
	if (total === 0) return <NothingThere hasAny={hasAny} isFiltered={hasFilters(query)} />;
	if (query.view === "board") return <PortfolioBoard key={JSON.stringify(query)} {...{ query, rows, counts }} />;
	return (
		<>
			{query.view === "timeline" ? (
				<PortfolioTimeline rows={rows} now={new Date().toISOString()} />
			) : (
				<PortfolioList query={query} rows={rows} people={mayEdit ? choices.people : null} />
			)}
			<PortfolioPages query={query} total={total} />
		</>
	);
}

function NothingThere({ hasAny, isFiltered }: { hasAny: boolean; isFiltered: boolean }) {
	if (hasAny && isFiltered) {
		return (
			<EmptyState title="No onboarding fits these filters">
				Take one of them away, or <Link href={portfolioPath}>show every open onboarding</Link>.
			</EmptyState>
		);
	}
	return (
		<EmptyState title={hasAny ? "No onboarding is open" : "There is no onboarding yet"}>
			<Link href={createPath(slug.onboardings)}>Open an onboarding</Link> for a customer, and it is followed here until
			it is done. {hasAny ? <Link href={`${portfolioPath}?status=any`}>See those that are over</Link> : null}
		</EmptyState>
	);
}
