import { Link } from "@payloadcms/ui";
import type { Need, NeedKind, Needs } from "@/operations/views/readDashboard";
import { slug } from "@/slugs";
import { heldPaymentsPath, listPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

type Kind = { kind: NeedKind; label: string; verb: string; all: string; hrefOf: (need: Need) => string };

const kinds: Kind[] = [
	{
		kind: "held",
		label: "Payments held",
		verb: "Settle",
		all: heldPaymentsPath,
		hrefOf: ({ id }) => `${heldPaymentsPath}#event-${id}`,
	},
	{
		kind: "failedRuns",
		label: "Provisioning failed",
		verb: "Retry",
		all: listPath(slug.provisioningRuns, { status: "failed" }),
		hrefOf: ({ id }) => recordPath(slug.provisioningRuns, id),
	},
	{
		kind: "redHealth",
		label: "Red onboardings",
		verb: "Look",
		all: listPath(slug.onboardings, { health: "red", status: "open" }),
		hrefOf: ({ id }) => recordPath(slug.onboardings, id),
	},
	{
		kind: "risks",
		label: "Open risks",
		verb: "Decide",
		all: listPath(slug.risks, { status: "open" }),
		hrefOf: ({ id }) => recordPath(slug.risks, id),
	},
	{
		kind: "checkIns",
		label: "Check-ins to act on",
		verb: "Follow up",
		all: `${listPath(slug.checkIns)}?sort=dueAt`,
		hrefOf: ({ id }) => recordPath(slug.checkIns, id),
	},
];

/** What waits for a person: each row one verb that leads there. */
export function NeedsColumn({ needs }: { needs: Needs }) {
	const waiting = kinds.filter(({ kind }) => needs[kind].total > 0);
	const total = waiting.reduce((sum, { kind }) => sum + needs[kind].total, 0);
	return (
		<section className="kt-column" aria-labelledby="kt-needs">
			<h2 id="kt-needs">
				Needs a person <span className="kt-column__count">{total}</span>
			</h2>
			{total === 0 ? (
				<EmptyState title="Nothing waits for you">
					Held payments, failed provisioning, open risks and overdue check-ins appear here by themselves.
				</EmptyState>
			) : (
				waiting.map((kind) => <NeedGroup key={kind.kind} {...kind} {...needs[kind.kind]} />)
			)}
		</section>
	);
}

function NeedGroup({ label, verb, all, hrefOf, total, rows }: Kind & Needs[NeedKind]) {
	return (
		<div className="kt-group">
			<h3>
				<StatusBadge status="needs" tone="bad" label={label} />
				<span className="kt-column__count">{total}</span>
			</h3>
			<ul>
				{rows.map((need) => (
					<li key={need.id} className="kt-row">
						<div className="kt-row__text">
							<p className="kt-row__title">{need.casinoName ?? need.title}</p>
							<p className="kt-row__detail" title={need.detail ?? undefined}>
								{need.casinoName && need.title !== need.casinoName ? `${need.title}. ` : ""}
								{need.detail}
							</p>
							<p className="kt-row__meta">
								{need.severity ? <StatusBadge status={need.severity} /> : null}
								<RelativeTime at={need.at} />
							</p>
						</div>
						<Link
							className="kt-verb"
							href={hrefOf(need)}
							prefetch={false}
							aria-label={`${verb}: ${need.casinoName ?? need.title}`}
						>
							{verb}
						</Link>
					</li>
				))}
			</ul>
			{total > rows.length ? (
				<Link className="kt-more" href={all} prefetch={false}>
					All {total}
				</Link>
			) : null}
		</div>
	);
}
