import { Link } from "@payloadcms/ui";
import type { MyWork } from "@/operations/portfolio/readMyWork";
import { slug } from "@/slugs";
import { listPath, recordPath } from "../parts/adminPath";
import { EndTime } from "../parts/EndTime";
import { RelativeTime } from "../parts/RelativeTime";

/** Waivers, go or no-go and overrides that somebody else asked for: they wait for this person. */
export function WaitingDecisions({ decisions: { total, rows } }: { decisions: MyWork["decisions"] }) {
	if (rows.length === 0) return null;
	return (
		<section className="kt-work__decisions" aria-labelledby="kt-work-decisions">
			<h2 id="kt-work-decisions">
				For you to decide <span className="kt-muted">{total}</span>
			</h2>
			<ul>
				{rows.map(({ id, title, customer, onboardingId, askedBy, because, askedAt, expiresAt }) => (
					<li key={id} className="kt-work__decision">
						<div>
							<p className="kt-work__title">{title}</p>
							<p className="kt-work__where">
								<Link href={recordPath(slug.onboardings, onboardingId)} prefetch={false}>
									{customer}
								</Link>
								<span>
									{askedBy ?? "Somebody"} asked <RelativeTime at={askedAt} />
								</span>
								{expiresAt ? (
									<span>
										for the time until <EndTime at={expiresAt} />
									</span>
								) : null}
							</p>
							{because ? <p className="kt-muted">“{because}”</p> : null}
						</div>
						<Link
							className="kt-verb"
							href={recordPath(slug.decisions, id)}
							prefetch={false}
							aria-label={`Decide: ${title}, ${customer}`}
						>
							Decide
						</Link>
					</li>
				))}
			</ul>
			{total > rows.length ? (
				<Link href={listPath(slug.decisions, { status: "proposed" })} prefetch={false}>
					All {total}
				</Link>
			) : null}
		</section>
	);
}
