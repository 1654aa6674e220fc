import { Link } from "@payloadcms/ui";
import type { ReactNode } from "react";
import {
	type PortfolioColumn,
	type PortfolioQuery,
	type PortfolioSort,
	portfolioColumns,
} from "@/domain/portfolio/portfolioQuery";
import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { GoLive } from "./GoLive";
import { pathOf } from "./portfolioAddress";
import { WaitingOn } from "./WaitingOn";

type Column = { label: string; sort?: PortfolioSort; cell(row: PortfolioRow): ReactNode };

const columns: Record<PortfolioColumn, Column> = {
	phase: {
		label: "Phase",
		cell: ({ phaseName, phase, playbook, status }) => (
			<span className="kt-stack">
				<span>{phaseName ?? phase ?? "not begun"}</span>
				<span className="kt-muted">{playbook ?? "no playbook"}</span>
				{status === "open" ? null : <StatusBadge status={status} />}
			</span>
		),
	},
	health: {
		label: "Health",
		sort: "health",
		cell: ({ health, healthSays }) => (
			<span className="kt-stack">
				<StatusBadge status={health} />
				{healthSays ? (
					<span className="kt-clamp" title={healthSays}>
						{healthSays}
					</span>
				) : null}
			</span>
		),
	},
	goLive: { label: "Go-live", sort: "forecast", cell: (row) => <GoLive row={row} /> },
	waiting: { label: "Waiting on", cell: (row) => <WaitingOn row={row} /> },
	manager: { label: "Manager", cell: ({ manager }) => manager ?? <span className="kt-muted">nobody yet</span> },
	lead: { label: "Operations lead", cell: ({ lead }) => lead ?? <span className="kt-muted">not named</span> },
	opened: { label: "Opened", sort: "opened", cell: ({ openedAt }) => <RelativeTime at={openedAt} /> },
};

/** The portfolio row by row. On a narrow screen each row is a card. */
export function PortfolioList({ query, rows }: { query: PortfolioQuery; rows: PortfolioRow[] }) {
	const shown = portfolioColumns.filter((column) => !query.hidden.includes(column)).map((column) => columns[column]);
	return (
		// The roles say again what a table is: shown as cards, a browser would forget it.
		// biome-ignore-start lint/a11y/noRedundantRoles: display other than table takes the roles away
		<table className="kt-portfolio__list" role="table">
			<thead role="rowgroup">
				<tr role="row">
					<SortHeader label="Customer" sort="customer" query={query} />
					{shown.map(({ label, sort }) => (
						<SortHeader key={label} label={label} sort={sort} query={query} />
					))}
				</tr>
			</thead>
			<tbody role="rowgroup">
				{rows.map((row) => (
					<tr key={row.id} role="row">
						<th scope="row" role="rowheader">
							<Link href={recordPath(slug.onboardings, row.id)} prefetch={false}>
								{row.customer}
							</Link>
							{row.title ? <span className="kt-muted">{row.title}</span> : null}
						</th>
						{shown.map(({ label, cell }) => (
							<td key={label} role="cell" data-label={label}>
								{cell(row)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
		// biome-ignore-end lint/a11y/noRedundantRoles: as above
	);
}

function SortHeader({ label, sort, query }: { label: string; sort?: PortfolioSort; query: PortfolioQuery }) {
	const isSorted = sort !== undefined && query.sort === sort;
	const direction = query.isDescending ? "descending" : "ascending";
	return (
		// biome-ignore lint/a11y/noRedundantRoles: display other than table takes the role away
		<th scope="col" role="columnheader" aria-sort={isSorted ? direction : undefined}>
			{sort === undefined ? (
				label
			) : (
				<Link
					href={pathOf({ ...query, page: 1, sort, isDescending: isSorted && !query.isDescending })}
					prefetch={false}
					title={`Sort by ${label.toLowerCase()}`}
				>
					{label}
					<span aria-hidden="true">{isSorted ? (query.isDescending ? " ↓" : " ↑") : ""}</span>
				</Link>
			)}
		</th>
	);
}
