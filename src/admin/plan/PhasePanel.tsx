"use client";

import { sayDay } from "@/domain/calendar/sayDay";
import { formatPerson } from "@/domain/formatPerson";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView, PlanPhaseView } from "@/operations/plan/onboardingPlan";
import { StatusBadge } from "../parts/StatusBadge";
import { ClosePhase } from "./ClosePhase";
import { CriterionRow } from "./CriterionRow";
import { ItemList } from "./ItemList";
import { usePlan } from "./planContext";

const badges = {
	waiting: { label: "To come", tone: "waiting" },
	active: { label: "Active", tone: "moving" },
	closed: { label: "Closed", tone: "good" },
} as const;

/** One phase: what is true when it is over, the checks of that, and its items by who does them. */
export function PhasePanel({ phase }: { phase: PlanPhaseView }) {
	const { plan } = usePlan();
	const own = plan.items.filter((item) => item.phase === phase.key);
	const criteria = own.filter(({ kind, status }) => kind === "exit_criterion" && status !== "not_needed");
	const items = own.filter(({ kind }) => kind !== "exit_criterion");
	const needed = items.filter(({ status }) => status !== "not_needed");
	const groups: [string, PlanItemView[]][] = [
		["For us", needed.filter(({ owner }) => owner === "vendor")],
		["For the customer", needed.filter(({ owner }) => owner === "customer")],
	];
	const left = items.filter(({ status }) => status === "not_needed");
	return (
		<section className="kt-phase-panel" id="kt-phase-panel" role="tabpanel" aria-labelledby={`kt-phase-${phase.key}`}>
			<header className="kt-phase-panel__head">
				<h2>{phase.name}</h2>
				<StatusBadge status={phase.status} {...badges[phase.status]} />
				<span className="kt-muted">{sayWhen(phase, plan.casino.timezone)}</span>
				<p>{phase.goal}</p>
			</header>
			{criteria.length > 0 ? (
				<section className="kt-plan-group" aria-label="Exit criteria">
					<h3>
						Exit criteria <Count items={criteria} />
					</h3>
					<ul>
						{criteria.map((item) => (
							<CriterionRow key={item.id} item={item} />
						))}
					</ul>
					<ClosePhase phase={phase} criteria={criteria} items={needed} />
				</section>
			) : null}
			{groups
				.filter(([, group]) => group.length > 0)
				.map(([name, group]) => (
					<section key={name} className="kt-plan-group" aria-label={name}>
						<h3>
							{name} <Count items={group} />
						</h3>
						<ItemList items={group} />
					</section>
				))}
			{needed.length > 0 ? <Keys /> : null}
			{left.length > 0 ? (
				<details className="kt-plan-group kt-left-out">
					<summary>Not needed here: {left.length}</summary>
					<ul>
						{left.map(({ id, title }) => (
							<li key={id}>{title}</li>
						))}
					</ul>
				</details>
			) : null}
		</section>
	);
}

function Count({ items }: { items: readonly PlanItemView[] }) {
	const settled = items.filter(({ status }) => isSettled(status)).length;
	return (
		<span className="kt-count">
			{settled} of {items.length}
		</span>
	);
}

function sayWhen(phase: PlanPhaseView, timeZone: string): string {
	const { status, startedAt, closedAt, closedBy, isCloserUnproved: isUnproved, forecastAt } = phase;
	const began = startedAt ? `began ${sayDay(startedAt, timeZone)}` : null;
	const ended =
		status === "closed" && closedAt
			? `closed ${sayDay(closedAt, timeZone)}${closedBy ? ` by ${formatPerson({ ...closedBy, isUnproved })}` : ""}`
			: forecastAt
				? `expected to end ${sayDay(forecastAt, timeZone)}`
				: null;
	return [began, ended].filter(Boolean).join(", ");
}

const keys: readonly [string, string][] = [
	["↑↓", "move"],
	["t", "tick"],
	["b", "start"],
	["s", "put off"],
	["a", "assign"],
	["n", "note"],
];

function Keys() {
	return (
		<p className="kt-keys">
			In the list:{" "}
			{keys.map(([key, does]) => (
				<span key={key}>
					<kbd>{key}</kbd> {does}{" "}
				</span>
			))}
		</p>
	);
}
