"use client";

import type { MyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { WORK_PAGE } from "@/operations/portfolio/pageSizes";

/** The way to later items, while there may be some. */
export function WorkPages(props: { query: MyWorkQuery; shown: number; onChange(part: Partial<MyWorkQuery>): void }) {
	const { query, shown, onChange } = props;
	const hasMore = shown === WORK_PAGE;
	if (query.page === 1 && !hasMore) return null;
	const button = { type: "button", className: "kt-quiet-button" } as const;
	return (
		<nav className="kt-pages" aria-label="Pages">
			<button {...button} disabled={query.page === 1} onClick={() => onChange({ page: query.page - 1 })}>
				Earlier
			</button>
			<span>Page {query.page}</span>
			<button {...button} disabled={!hasMore} onClick={() => onChange({ page: query.page + 1 })}>
				Later
			</button>
		</nav>
	);
}
