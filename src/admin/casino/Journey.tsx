import { Link } from "@payloadcms/ui";
import { dayIn, hasDayCome } from "@/domain/calendar/day";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { Card } from "./Card";

type Milestone = { name: string; at: string | null; isDone: boolean; note?: string };

/** The onboarding as a line, from its opening to go-live, with the run that opens the doors. */
export function Journey({ facts }: { facts: Casino360 }) {
	const { onboarding } = facts;
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
	const milestones = milestonesOf(facts);
	const next = milestones.findIndex(({ isDone }) => !isDone);
	return (
		<Card title="Onboarding" wide action={{ href: recordPath(slug.onboardings, onboarding.id), label: "Open" }}>
			<ol className="kt-journey">
				{milestones.map(({ name, at, isDone, note }, index) => (
					<li
						key={name}
						data-state={isDone ? "done" : index === next ? "next" : "later"}
						aria-current={index === next ? "step" : undefined}
					>
						<strong>{name}</strong>
						<span>
							{at ? <RelativeTime at={at} /> : (note ?? (isDone ? "done" : index === next ? "next" : "later"))}
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

function milestonesOf({ onboarding, contracts, lastPayment, casino, productSince }: Casino360): Milestone[] {
	if (!onboarding) return [];
	const signed = contracts.find(
		({ type, status }) => status === "signed" && (type === "order_form" || type === "support"),
	);
	const unsigned = contracts.filter(({ status }) => status === "draft" || status === "sent").length;
	const isLive = casino.status === "live" || casino.status === "suspended";
	const today = dayIn(new Date().toISOString(), casino.timezone);
	const isPastGoLive = hasDayCome(onboarding.goLiveAt, today);
	return [
		{ name: "Opened", at: onboarding.createdAt, isDone: true },
		{
			name: "Contract signed",
			at: signed?.signedAt ?? null,
			isDone: Boolean(signed),
			note: unsigned > 0 ? `${unsigned} to sign` : undefined,
		},
		{
			name: onboarding.gateStandard === "paid" ? "Invoice paid" : "PO approved",
			at: onboarding.gateStandard === "paid" ? (lastPayment?.paidAt ?? null) : null,
			isDone: lastPayment !== null || onboarding.gateOpenedAt !== null,
		},
		{ name: "Gate opened", at: onboarding.gateOpenedAt, isDone: onboarding.gateOpenedAt !== null },
		{ name: "Tenant live", at: isLive ? (onboarding.run?.finishedAt ?? productSince) : null, isDone: isLive },
		{ name: "First sign-in", at: onboarding.firstSignInAt, isDone: onboarding.firstSignInAt !== null },
		{
			name: "Go-live",
			at: onboarding.goLiveAt,
			isDone: onboarding.status === "completed" || (isLive && isPastGoLive),
			note: "no date yet",
		},
	];
}
