import { Link } from "@payloadcms/ui";
import type { PortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { PAGE_SIZE } from "@/operations/portfolio/pageSizes";
import { pathOf } from "./portfolioAddress";

/** Which part of how many is shown, and the way to the others. */
export function PortfolioPages({ query, total }: { query: PortfolioQuery; total: number }) {
	const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
	if (last === 1) return null;
	const first = (query.page - 1) * PAGE_SIZE + 1;
	const count = (number: number) => number.toLocaleString("en");
	return (
		<nav className="kt-pages" aria-label="Pages">
			<PageLink query={query} page={query.page - 1} last={last} label="Previous" />
			<span>
				{count(Math.min(first, total))} to {count(Math.min(first + PAGE_SIZE - 1, total))} of {count(total)}
			</span>
			<PageLink query={query} page={query.page + 1} last={last} label="Next" />
		</nav>
	);
}

function PageLink(props: { query: PortfolioQuery; page: number; last: number; label: string }) {
	const { query, page, last, label } = props;
	if (page < 1 || page > last) {
		return (
			<span className="kt-muted" aria-hidden="true">
				{label}
			</span>
		);
	}
	return (
		<Link href={pathOf({ ...query, page })} prefetch={false}>
			{label}
		</Link>
	);
}
