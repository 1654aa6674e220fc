"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import {
	type PortfolioQuery,
	type PortfolioView,
	portfolioViews,
	printPortfolioQuery,
} from "@/domain/portfolio/portfolioQuery";
import type { PhaseCount, PortfolioChoices } from "@/operations/portfolio/portfolioRow";
import { portfolioPath } from "../parts/adminPath";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { ColumnChoice } from "./ColumnChoice";
import { PortfolioFilters } from "./PortfolioFilters";
import { pathOf } from "./portfolioAddress";
import { SavedViews } from "./SavedViews";

type Props = {
	query: PortfolioQuery;
	choices: PortfolioChoices;
	total: number;
	counts: PhaseCount[];
	children: ReactNode;
};

/** Around list, board and timeline: views, filters, counts. What is shown stays until what was asked for is there. */
export function PortfolioFrame({ query, choices, total, counts, children }: Props) {
	const router = useRouter();
	const [isBusy, startTransition] = useTransition();
	const go = (part: Partial<PortfolioQuery>) =>
		startTransition(() => router.replace(pathOf({ ...query, page: 1, ...part }), { scroll: false }));
	return (
		<>
			<div className="kt-portfolio__bar">
				<ViewSwitch view={query.view} onChoose={(view) => go({ view })} />
				<SavedViews
					query={query}
					onOpen={(address) => startTransition(() => router.replace(`${portfolioPath}?${address}`))}
				/>
				{query.view === "list" ? <ColumnChoice hidden={query.hidden} onChange={(hidden) => go({ hidden })} /> : null}
				<a className="kt-portfolio__export" href={`/api/exports/portfolio.csv?${printPortfolioQuery(query)}`} download>
					Export CSV
				</a>
			</div>
			<PortfolioFilters query={query} choices={choices} onChange={go} />
			<Summary total={total} counts={counts} />
			<div className="kt-portfolio__shown" data-busy={isBusy} aria-busy={isBusy}>
				{children}
			</div>
		</>
	);
}

function ViewSwitch({ view, onChoose }: { view: PortfolioView; onChoose(view: PortfolioView): void }) {
	return (
		<fieldset className="kt-switch">
			<legend className="kt-sr">Show as</legend>
			{portfolioViews.map((each) => (
				<button key={each} type="button" aria-pressed={each === view} onClick={() => onChoose(each)}>
					{sayStatus(each)}
				</button>
			))}
		</fieldset>
	);
}

const sum = (counts: PhaseCount[], name: "green" | "yellow" | "red" | "late") =>
	counts.reduce((total, count) => total + count[name], 0);

function Summary({ total, counts }: { total: number; counts: PhaseCount[] }) {
	if (total === 0) return null;
	const late = sum(counts, "late");
	return (
		<p className="kt-portfolio__summary" role="status">
			<strong>
				{total.toLocaleString("en")} {total === 1 ? "onboarding" : "onboardings"}
			</strong>
			{(["red", "yellow", "green"] as const).map((health) => (
				<StatusBadge key={health} status={health} label={`${sum(counts, health).toLocaleString("en")} ${health}`} />
			))}
			<span>{late === 0 ? "none expected late" : `${late.toLocaleString("en")} later than promised`}</span>
		</p>
	);
}
