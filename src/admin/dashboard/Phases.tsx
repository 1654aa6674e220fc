import { Link } from "@payloadcms/ui";
import type { ReactNode } from "react";
import type { PhaseCount } from "@/operations/portfolio/portfolioRow";
import { portfolioPath } from "../parts/adminPath";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";

const healths = ["red", "yellow", "green"] as const;

/** How many stand in each phase, by playbook in its order: each phase with its health, and how many will be late. */
export function Phases({ phases }: { phases: PhaseCount[] }) {
	const playbooks = Map.groupBy(phases, ({ playbookId }) => playbookId);
	return (
		<>
			<HealthLine phases={phases} filter={{}} isWhole />
			{[...playbooks].map(([playbookId, own]) => (
				<div key={playbookId}>
					<h3 className="kt-in-phase__playbook">{own[0]?.playbook ?? "No playbook"}</h3>
					<ul>
						{own.map((phase) => (
							<PhaseRow key={phase.phase} phase={phase} />
						))}
					</ul>
				</div>
			))}
		</>
	);
}

function PhaseRow({ phase: count }: { phase: PhaseCount }) {
	const { playbookId, phase, name, total } = count;
	// What has none cannot be filtered for: a link would lead to the whole portfolio.
	const filter = playbookId === null || phase === null ? null : { playbook: playbookId, phase };
	return (
		<li className="kt-in-phase__row">
			<Filtered className="kt-plain-link kt-in-phase__name" filter={filter}>
				{name ?? (phase ? sayStatus(phase) : "Not begun")}
			</Filtered>
			<HealthLine phases={[count]} filter={filter} />
			<span className="kt-in-phase__total">{total.toLocaleString("en")}</span>
		</li>
	);
}

type Filter = Record<string, string> | null;

/** How many are red, yellow and green, and how many late; what nobody is left out of a phase's line. */
function HealthLine({ phases, filter, isWhole }: { phases: PhaseCount[]; filter: Filter; isWhole?: true }) {
	const sum = (name: "late" | (typeof healths)[number]) => phases.reduce((total, phase) => total + phase[name], 0);
	const late = sum("late");
	return (
		<p className={isWhole ? "kt-health" : "kt-in-phase__health"}>
			{healths
				.filter((health) => isWhole || sum(health) > 0)
				.map((health) => (
					<Filtered key={health} filter={filter && { ...filter, health }}>
						<StatusBadge status={health} label={`${sum(health).toLocaleString("en")}${isWhole ? ` ${health}` : ""}`} />
						{isWhole ? null : <span className="kt-sr"> {health}</span>}
					</Filtered>
				))}
			{late > 0 ? (
				<Filtered className="kt-late" filter={filter && { ...filter, late: "yes" }}>
					{late.toLocaleString("en")} late
				</Filtered>
			) : null}
		</p>
	);
}

/** The way to the portfolio, filtered. */
function Filtered(props: { filter: Filter; className?: string; children: ReactNode }) {
	const { filter, className, children } = props;
	if (!filter) return <span className={className}>{children}</span>;
	return (
		<Link className={className} href={`${portfolioPath}?${new URLSearchParams(filter)}`} prefetch={false}>
			{children}
		</Link>
	);
}
