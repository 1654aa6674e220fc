"use client";

import { Link } from "@payloadcms/ui";
import { useState } from "react";
import { type PortfolioQuery, printPortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { COLUMN_SIZE } from "@/operations/portfolio/pageSizes";
import type { PhaseCount, PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { callApi, sayFailure } from "../parts/callApi";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { GoLive } from "./GoLive";
import { WaitingOn } from "./WaitingOn";

/** One phase: who is in it, the first of the chosen order, and more when asked for. */
export function BoardColumn(props: { query: PortfolioQuery; count: PhaseCount; initial: PortfolioRow[] }) {
	const { query, count, initial } = props;
	const [rows, setRows] = useState(initial);
	const [isLoading, setLoading] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const name = count.name ?? (count.phase ? sayStatus(count.phase) : "Not begun");
	const left = count.total - rows.length;
	const showMore = async () => {
		setLoading(true);
		setProblem(null);
		try {
			const page = Math.floor(rows.length / COLUMN_SIZE) + 1;
			const address = printPortfolioQuery({ ...query, playbook: count.playbookId, phase: count.phase, page });
			const more = await callApi<{ rows: PortfolioRow[] }>(`/portfolio?${address}`);
			setRows((before) => [...before, ...more.rows.filter(({ id }) => before.every((row) => row.id !== id))]);
		} catch (error) {
			setProblem(sayFailure(error, "The others could not be read. Try again."));
		} finally {
			setLoading(false);
		}
	};
	return (
		<section className="kt-lane" aria-label={`${name}: ${count.total}`}>
			<h3>
				{name} <span className="kt-muted">{count.total.toLocaleString("en")}</span>
			</h3>
			{count.total === 0 ? <p className="kt-lane__empty">Nobody is here.</p> : null}
			<ul>
				{rows.map((row) => (
					<Card key={row.id} row={row} />
				))}
			</ul>
			{left > 0 && count.playbookId !== null && count.phase !== null ? (
				<button type="button" className="kt-quiet-button" disabled={isLoading} onClick={() => void showMore()}>
					{isLoading ? "Reading…" : `Show ${Math.min(left, COLUMN_SIZE)} more of ${left.toLocaleString("en")}`}
				</button>
			) : null}
			<p className="kt-problem" role="alert">
				{problem}
			</p>
		</section>
	);
}

function Card({ row }: { row: PortfolioRow }) {
	return (
		<li className="kt-portfolio-card" data-health={row.health}>
			<p className="kt-portfolio-card__title">
				<Link href={recordPath(slug.onboardings, row.id)} prefetch={false}>
					{row.customer}
				</Link>
			</p>
			{row.title ? <p className="kt-muted kt-clamp">{row.title}</p> : null}
			<p className="kt-portfolio-card__states">
				<StatusBadge status={row.health} />
				{row.status === "open" ? null : <StatusBadge status={row.status} />}
			</p>
			{row.healthSays ? (
				<p className="kt-clamp" title={row.healthSays}>
					{row.healthSays}
				</p>
			) : null}
			<GoLive row={row} />
			<p className="kt-portfolio-card__waiting">
				<span className="kt-muted">Waiting on</span> <WaitingOn waitingOn={row.waitingOn} />
			</p>
		</li>
	);
}
