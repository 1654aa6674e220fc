"use client";

import { type KeyboardEvent, useRef } from "react";
import { sayDay } from "@/domain/calendar/sayDay";
import type { PlanPhaseView } from "@/operations/plan/onboardingPlan";

type Props = {
	phases: readonly PlanPhaseView[];
	chosen: string;
	/** The phase the onboarding is in. */
	current: string | null;
	timeZone: string;
	onChoose(key: string): void;
};

/** The phases across, each with its dates and how far it is; the arrow keys go along. */
export function PhaseLine({ phases, chosen, current, timeZone, onChoose }: Props) {
	const line = useRef<HTMLDivElement>(null);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		const at = phases.findIndex(({ key }) => key === chosen);
		const next = phases[(at + step + phases.length) % phases.length];
		if (!next) return;
		onChoose(next.key);
		line.current?.querySelector<HTMLElement>(`[data-phase="${next.key}"]`)?.focus();
	};
	return (
		<div className="kt-phases" role="tablist" aria-label="Phases" ref={line} onKeyDown={onKeyDown}>
			{phases.map((phase) => (
				<button
					key={phase.key}
					type="button"
					role="tab"
					id={`kt-phase-${phase.key}`}
					data-phase={phase.key}
					data-status={phase.status}
					aria-selected={phase.key === chosen}
					aria-controls="kt-phase-panel"
					aria-current={phase.key === current && phase.status !== "closed" ? "step" : undefined}
					tabIndex={phase.key === chosen ? 0 : -1}
					className="kt-phase"
					onClick={() => onChoose(phase.key)}
				>
					<span className="kt-phase__name">{phase.name}</span>
					<span className="kt-phase__facts">
						<span className="kt-sr">{statusWords[phase.status]}, </span>
						<span className="kt-money">
							{phase.settled} of {phase.items}
						</span>
						<span>{sayPhaseDates(phase, timeZone)}</span>
					</span>
					<span className="kt-phase__bar" aria-hidden="true">
						<span style={{ width: `${phase.items > 0 ? (phase.settled / phase.items) * 100 : 0}%` }} />
					</span>
				</button>
			))}
		</div>
	);
}

const statusWords = { waiting: "to come", active: "active", closed: "closed" } as const;

function sayPhaseDates({ status, closedAt, forecastAt, dueAt }: PlanPhaseView, timeZone: string): string {
	if (status === "closed" && closedAt) return `closed ${sayDay(closedAt, timeZone)}`;
	if (forecastAt) return `expected ${sayDay(forecastAt, timeZone)}`;
	return dueAt ? `due ${sayDay(dueAt, timeZone)}` : "no date yet";
}
