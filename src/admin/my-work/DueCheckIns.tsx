import { Link } from "@payloadcms/ui";
import type { MyWork } from "@/operations/portfolio/readMyWork";
import { slug } from "@/slugs";
import { listPath, recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

const kinds = { first_week: "first week", hypercare: "hypercare" } as const;

/** The check-ins that wait for this person: calls of hypercare, and what the first week's showed. */
export function DueCheckIns({ checkIns: { total, rows } }: { checkIns: MyWork["checkIns"] }) {
	if (rows.length === 0) return null;
	return (
		<section className="kt-work__decisions" aria-labelledby="kt-work-check-ins">
			<h2 id="kt-work-check-ins">
				Check-ins <span className="kt-muted">{total}</span>
			</h2>
			<ul>
				{rows.map(({ id, label, kind, needsFollowUp, outcome, onboardingId, customer, dueAt, daysLeft }) => (
					<li key={id} className="kt-work__decision">
						<div>
							<p className="kt-work__title">
								{label} <span className="kt-muted">{kinds[kind]}</span>
							</p>
							<p className="kt-work__where">
								<Link href={recordPath(slug.onboardings, onboardingId)} prefetch={false}>
									{customer}
								</Link>
								<span>
									due <RelativeTime at={dueAt} />
								</span>
								{daysLeft < 0 ? <StatusBadge status="overdue" tone="warn" label={sayLate(-daysLeft)} /> : null}
							</p>
							{needsFollowUp && outcome ? <p className="kt-muted">{outcome}</p> : null}
						</div>
						<Link
							className="kt-verb"
							href={recordPath(slug.checkIns, id)}
							prefetch={false}
							aria-label={`${verbOf(kind, needsFollowUp)}: ${label}, ${customer}`}
						>
							{verbOf(kind, needsFollowUp)}
						</Link>
					</li>
				))}
			</ul>
			{total > rows.length ? (
				<Link href={`${listPath(slug.checkIns)}?sort=dueAt`} prefetch={false}>
					All {total}
				</Link>
			) : null}
		</section>
	);
}

/** One of the first week looks by itself: what is late of it is for a person to see. */
function verbOf(kind: keyof typeof kinds, needsFollowUp: boolean): string {
	if (needsFollowUp) return "Follow up";
	return kind === "hypercare" ? "Record the call" : "Review";
}

const sayLate = (days: number) => (days === 1 ? "1 day overdue" : `${days} days overdue`);
