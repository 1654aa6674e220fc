import type { PortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import type { PhaseCount, PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { Scroll } from "../parts/Scroll";
import { BoardColumn } from "./BoardColumn";

/** The portfolio by phase, each playbook's phases in its own order. */
export function PortfolioBoard(props: { query: PortfolioQuery; rows: PortfolioRow[]; counts: PhaseCount[] }) {
	const { query, rows, counts } = props;
	const playbooks = Map.groupBy(counts, ({ playbookId }) => playbookId);
	return (
		<div className="kt-boards">
			{[...playbooks].map(([playbookId, phases]) => {
				const name = phases[0]?.playbook ?? "No playbook";
				const total = phases.reduce((sum, phase) => sum + phase.total, 0);
				return (
					<section key={playbookId} className="kt-board" aria-label={name}>
						<h2>
							{name} <span className="kt-muted">{total.toLocaleString("en")}</span>
						</h2>
						<Scroll className="kt-board__columns" label={`Phases of ${name}`}>
							{phases.map((phase) => (
								<BoardColumn
									key={phase.phase}
									query={query}
									count={phase}
									initial={rows.filter((row) => row.playbookId === playbookId && row.phase === phase.phase)}
								/>
							))}
						</Scroll>
					</section>
				);
			})}
		</div>
	);
}
