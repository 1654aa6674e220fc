"use client";

import { Link } from "@payloadcms/ui";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { FailureActions, ReopenAction, UndoAction } from "./RunActions";
import { durationOf, sayDuration } from "./sayDuration";
import { TimelineStep } from "./TimelineStep";
import "./timeline.css";

type Props = {
	live: OnboardingLive;
	/** Whether the person may retry, skip and undo. */
	mayRun: boolean;
	/** On the onboarding's page, the run is one click away. */
	hasLink?: boolean;
};

/** Is it working, and if not, where and why? The run's steps, and what can be done. */
export function Timeline({ live, mayRun, hasLink }: Props) {
	const { run, gate } = live;
	if (!run) {
		return (
			<EmptyState title="Nothing has been provisioned yet">
				{gate.isOpen ? "The gate is open: a run is about to start." : "A run starts automatically when the gate opens."}
			</EmptyState>
		);
	}
	const done = run.steps.filter(({ status }) => status === "succeeded" || status === "skipped").length;
	const longest = Math.max(1, ...run.steps.map((step) => durationOf(step) ?? 0));
	const took = durationOf(run);
	return (
		<>
			<div className="kt-run__head">
				<StatusBadge status={run.status} />
				<span className="kt-money">
					{done} of {run.steps.length} steps
				</span>
				{run.status === "succeeded" && took !== null ? <span className="kt-money">{sayDuration(took)}</span> : null}
				<span>
					{run.startedAt ? "started " : "opened "}
					<RelativeTime at={run.startedAt ?? run.createdAt} />
				</span>
				{hasLink ? (
					<Link href={recordPath(slug.provisioningRuns, run.id)} prefetch={false}>
						Open the run
					</Link>
				) : null}
				{mayRun ? <UndoAction run={run} /> : null}
			</div>
			<progress className="kt-progress" max={Math.max(1, run.steps.length)} value={done} aria-label="Steps done" />
			{run.status === "undone" && run.undoReason ? <p>Undone: {run.undoReason}</p> : null}
			{live.mayReopen && mayRun ? <ReopenAction live={live} /> : null}
			<ol className="kt-timeline">
				{run.steps.map((step) => (
					<TimelineStep key={step.id} step={step} longest={longest}>
						{step.status === "failed" && run.status === "failed" && mayRun ? (
							<FailureActions run={run} step={step} gate={gate} />
						) : null}
					</TimelineStep>
				))}
			</ol>
		</>
	);
}
