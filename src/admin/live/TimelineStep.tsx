"use client";

import type { ReactNode } from "react";
import type { LiveStep } from "@/operations/live/onboardingLive";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { StepEvidence } from "./StepEvidence";
import { durationOf, sayDuration } from "./sayDuration";

/** What a pending step waits for; a step that was tried is not merely waiting. */
function wordOf({ status, nextAttemptAt }: LiveStep): { status: string; label?: string } {
	return status === "pending" && nextAttemptAt ? { status: "on_hold", label: "Trying again" } : { status };
}

/**
 * One step of a run: state, duration against the longest, attempts, proof. One that failed opens by itself.
 * @param props.longest milliseconds of the run's longest step
 * @param props.children what can be done about a failure
 */
export function TimelineStep({ step, longest, children }: { step: LiveStep; longest: number; children?: ReactNode }) {
	const duration = durationOf(step);
	const isFailed = step.status === "failed";
	const hasMore = step.evidence !== null || step.error !== null || step.reason !== null;
	const head = (
		<>
			<span className="kt-step__title">
				<span className="kt-step__position">{step.position}</span>
				{step.title}
			</span>
			<span className="kt-step__facts">
				{step.attempts > 1 ? <span className="kt-muted">{step.attempts} attempts</span> : null}
				<StepTime step={step} duration={duration} />
				<StatusBadge {...wordOf(step)} />
			</span>
			<span className="kt-step__bar" aria-hidden="true">
				{duration === null ? null : <span style={{ width: `${Math.max(1.5, (duration / longest) * 100)}%` }} />}
			</span>
		</>
	);
	return (
		<li className="kt-step" data-status={step.status}>
			{hasMore ? (
				<details open={isFailed}>
					<summary className="kt-step__head">{head}</summary>
					<div className="kt-step__more">
						{step.error ? <p className={isFailed ? "kt-step__cause" : ""}>{step.error}</p> : null}
						{step.reason ? <p>{step.reason}</p> : null}
						{children}
						{step.evidence ? <StepEvidence evidence={step.evidence} /> : null}
					</div>
				</details>
			) : (
				<>
					<div className="kt-step__head">{head}</div>
					{children ? <div className="kt-step__more">{children}</div> : null}
				</>
			)}
		</li>
	);
}

function StepTime({ step, duration }: { step: LiveStep; duration: number | null }) {
	if (step.status === "pending" && step.nextAttemptAt) return <RelativeTime at={step.nextAttemptAt} />;
	if (step.status === "running" && step.startedAt) return <RelativeTime at={step.startedAt} />;
	return duration === null ? null : <span className="kt-money">{sayDuration(duration)}</span>;
}
