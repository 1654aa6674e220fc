"use client";

import { type PortfolioColumn, portfolioColumns } from "@/domain/portfolio/portfolioQuery";

const names: Record<PortfolioColumn, string> = {
	phase: "Phase",
	health: "Health",
	goLive: "Go-live",
	waiting: "Waiting on",
	manager: "Manager",
	lead: "Operations lead",
	opened: "Opened",
};

/** Which columns the list shows. */
export function ColumnChoice(props: {
	hidden: readonly PortfolioColumn[];
	onChange(hidden: readonly PortfolioColumn[]): void;
}) {
	const { hidden, onChange } = props;
	return (
		<details className="kt-menu">
			<summary>Columns</summary>
			<div className="kt-menu__sheet">
				{portfolioColumns.map((column) => (
					<label key={column}>
						<input
							type="checkbox"
							checked={!hidden.includes(column)}
							onChange={({ target }) =>
								onChange(portfolioColumns.filter((each) => (each === column ? !target.checked : hidden.includes(each))))
							}
						/>
						{names[column]}
					</label>
				))}
			</div>
		</details>
	);
}
