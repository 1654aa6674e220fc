import { Link } from "@payloadcms/ui";
import type { Live, MovingRun } from "@/operations/views/dashboardFacts";
import { slug } from "@/slugs";
import { LiveSign } from "../live/LiveSign";
import type { Connection } from "../live/useEvents";
import { listPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

/** Provisioning runs in progress, and those that have just ended well. */
export function MovingColumn({ moving, connection }: { moving: Live["moving"]; connection: Connection }) {
	const { total, inProgress, runs } = moving;
	return (
		<section className="kt-column" aria-labelledby="kt-moving">
			<h2 id="kt-moving">
				Moving <span className="kt-column__count">{inProgress}</span>
				<LiveSign connection={connection} />
			</h2>
			{runs.length === 0 ? (
				<EmptyState title="Nothing is being provisioned">
					A run starts automatically when a gate opens. <Link href={listPath(slug.provisioningRuns)}>Earlier runs</Link>
				</EmptyState>
			) : (
				<ul>
					{runs.map((run) => (
						<RunRow key={run.id} run={run} />
					))}
				</ul>
			)}
			{total > runs.length ? (
				<p>
					And {total - runs.length} more: <Link href={listPath(slug.provisioningRuns)}>All runs</Link>
				</p>
			) : null}
		</section>
	);
}

function RunRow({ run }: { run: MovingRun }) {
	const { stepsDone, stepsTotal } = run;
	return (
		<li className="kt-row">
			<div className="kt-row__text">
				<p className="kt-row__title">{run.casinoName}</p>
				<p className="kt-row__detail">
					{run.status === "succeeded" ? "The tenant is live." : (run.currentStep ?? "Waiting for a worker")}
				</p>
				<progress
					className="kt-progress"
					max={Math.max(stepsTotal, 1)}
					value={stepsDone}
					aria-label={`${stepsDone} of ${stepsTotal} steps`}
				/>
				<p className="kt-row__meta">
					<StatusBadge status={run.status} />
					<span className="kt-money">
						{stepsDone}/{stepsTotal} steps
					</span>
					<RelativeTime at={run.since} />
				</p>
			</div>
			<Link
				className="kt-verb kt-verb--quiet"
				href={recordPath(slug.provisioningRuns, run.id)}
				prefetch={false}
				aria-label={`Watch: ${run.casinoName}`}
			>
				Watch
			</Link>
		</li>
	);
}
