"use client";

import { Link } from "@payloadcms/ui";
import { type ReactNode, useState } from "react";
import {
	type PortfolioColumn,
	type PortfolioQuery,
	type PortfolioSort,
	portfolioColumns,
} from "@/domain/portfolio/portfolioQuery";
import type { Choice, PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { ChooseBar } from "../parts/ChooseBar";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { type Selection, useSelection } from "../parts/useSelection";
import { GoLive } from "./GoLive";
import { ManagerDialog } from "./ManagerDialog";
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
	waiting: { label: "Waiting on", cell: (row) => <WaitingOn waitingOn={row.waitingOn} /> },
	manager: { label: "Manager", cell: ({ manager }) => manager ?? <span className="kt-muted">nobody yet</span> },
	lead: { label: "Operations lead", cell: ({ lead }) => lead ?? <span className="kt-muted">not named</span> },
	opened: { label: "Opened", sort: "opened", cell: ({ openedAt }) => <RelativeTime at={openedAt} /> },
};

type Props = {
	query: PortfolioQuery;
	rows: PortfolioRow[];
	/** Who may be made a manager; null for a reader who may change nothing. */
	people: Choice[] | null;
};

/** The portfolio row by row, and what can be done with many at once. */
export function PortfolioList({ query, rows, people }: Props) {
	const selection = useSelection(rows);
	const [isAsking, setAsking] = useState(false);
	if (people === null) return <Table query={query} rows={rows} selection={null} />;
	return (
		<>
			<ChooseBar label="Chosen onboardings" selection={selection}>
				{(isNothing) => (
					<button type="button" className="kt-quiet-button" disabled={isNothing} onClick={() => setAsking(true)}>
						Set the manager…
					</button>
				)}
			</ChooseBar>
			<Table query={query} rows={rows} selection={selection} />
			{isAsking ? (
				<ManagerDialog
					rows={selection.chosen}
					people={people}
					onDone={() => selection.clear()}
					onClose={() => setAsking(false)}
				/>
			) : null}
		</>
	);
}

type TableProps = Pick<Props, "query" | "rows"> & { selection: Selection<PortfolioRow> | null };

/** On a narrow screen each row is a card. */
function Table({ query, rows, selection }: TableProps) {
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
					<tr key={row.id} role="row" data-chosen={selection?.has(row)}>
						<th scope="row" role="rowheader">
							{selection ? (
								<input
									type="checkbox"
									checked={selection.has(row)}
									onChange={() => selection.toggle(row)}
									aria-label={`Choose ${row.customer}`}
								/>
							) : null}
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
