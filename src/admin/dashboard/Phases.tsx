import { Link } from "@payloadcms/ui";
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
	const filter = { playbook: playbookId, phase };
	return (
		<li className="kt-in-phase__row">
			<Link className="kt-plain-link kt-in-phase__name" href={addressOf(filter)} prefetch={false}>
				{name ?? (phase ? sayStatus(phase) : "Not begun")}
			</Link>
			<HealthLine phases={[count]} filter={filter} />
			<span className="kt-in-phase__total">{total.toLocaleString("en")}</span>
		</li>
	);
}

type Filter = Record<string, string | null>;

/** How many are red, yellow and green, and how many late; what nobody is left out of a phase's line. */
function HealthLine({ phases, filter, isWhole }: { phases: PhaseCount[]; filter: Filter; isWhole?: true }) {
	const sum = (name: "late" | (typeof healths)[number]) => phases.reduce((total, phase) => total + phase[name], 0);
	const late = sum("late");
	return (
		<p className={isWhole ? "kt-health" : "kt-in-phase__health"}>
			{healths
				.filter((health) => isWhole || sum(health) > 0)
				.map((health) => (
					<Link key={health} href={addressOf({ ...filter, health })} prefetch={false}>
						<StatusBadge status={health} label={`${sum(health).toLocaleString("en")}${isWhole ? ` ${health}` : ""}`} />
						{isWhole ? null : <span className="kt-sr"> {health}</span>}
					</Link>
				))}
			{late > 0 ? (
				<Link className="kt-late" href={addressOf({ ...filter, late: "yes" })} prefetch={false}>
					{late.toLocaleString("en")} late
				</Link>
			) : null}
		</p>
	);
}

function addressOf(filter: Filter): string {
	const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
	return given.length > 0 ? `${portfolioPath}?${new URLSearchParams(given)}` : portfolioPath;
}
