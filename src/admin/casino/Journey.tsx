import { Link } from "@payloadcms/ui";
import { dayIn } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";
import type { Casino360, Milestone } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { Card } from "./Card";

/** The onboarding as a line, from its opening to go-live, with the run that opens the doors. */
export function Journey({ facts }: { facts: Casino360 }) {
	const { onboarding, milestones } = facts;
	if (!onboarding) {
		return (
			<Card title="Onboarding" wide>
				<EmptyState title="No onboarding yet">
					<Link href={createPath(slug.onboardings)}>Open an onboarding</Link>: its gate waits for signed contracts and a
					paid invoice, then the tenant is provisioned automatically.
				</EmptyState>
			</Card>
		);
	}
	const { run } = onboarding;
	const today = dayIn(new Date().toISOString(), facts.casino.timezone);
	const next = milestones.findIndex(({ isDone }) => !isDone);
	return (
		<Card title="Onboarding" wide action={{ href: recordPath(slug.onboardings, onboarding.id), label: "Open" }}>
			<ol className="kt-journey">
				{milestones.map((milestone, index) => (
					<li
						key={milestone.name}
						data-state={milestone.isDone ? "done" : index === next ? "next" : "later"}
						aria-current={index === next ? "step" : undefined}
					>
						<strong>{milestone.name}</strong>
						<span>
							<When milestone={milestone} isNext={index === next} today={today} />
						</span>
					</li>
				))}
			</ol>
			{run ? (
				<p className="kt-line">
					<StatusBadge status={run.status} label={`Run: ${run.status}`} />
					<span className="kt-money">
						{run.stepsDone}/{run.stepsTotal} steps
					</span>
					<RelativeTime at={run.finishedAt ?? run.startedAt} empty="not started" />
					<Link href={recordPath(slug.provisioningRuns, run.id)} prefetch={false}>
						{run.status === "failed" ? "See the cause and retry" : "Timeline"}
					</Link>
					{run.error ? <span className="kt-line__cause">{run.error}</span> : null}
				</p>
			) : (
				<p className="kt-line">
					<StatusBadge status="waiting" tone="waiting" label="Waiting at the gate" />
					<Link href={recordPath(slug.onboardings, onboarding.id)} prefetch={false}>
						See what is missing
					</Link>
				</p>
			)}
		</Card>
	);
}

/** When it was, what the gate still asks for, or the day that was agreed. */
function When({ milestone, isNext, today }: { milestone: Milestone; isNext: boolean; today: string }) {
	const { at, isDone, missing, plannedFor } = milestone;
	if (at) return <RelativeTime at={at} today={today} />;
	if (plannedFor) return `planned for ${sayDay(plannedFor)}`;
	return missing ?? (isDone ? "done" : isNext ? "next" : "later");
}
