import { Link } from "@payloadcms/ui";
import type { ComingLive, DashboardPortfolio } from "@/operations/views/dashboardFacts";
import { slug } from "@/slugs";
import { createPath, portfolioPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { GoLive } from "../portfolio/GoLive";
import { Phases } from "./Phases";

/** How the onboardings stand: by the phases of their plans, by health, and which go live next, against what was promised. */
export function Portfolio({ portfolio: { phases, open, onHold, completed, next } }: { portfolio: DashboardPortfolio }) {
	return (
		<section className="kt-column" aria-labelledby="kt-portfolio">
			<h2 id="kt-portfolio">
				<Link className="kt-plain-link" href={portfolioPath} prefetch={false}>
					Portfolio
				</Link>{" "}
				<span className="kt-column__count">{open.toLocaleString("en")}</span>
			</h2>
			{open === 0 ? (
				<EmptyState title="No onboarding is open">
					<Link href={createPath(slug.onboardings)}>Open an onboarding</Link> for a customer, and it is followed here
					until it is done.
				</EmptyState>
			) : (
				<Phases phases={phases} />
			)}
			{onHold + completed > 0 ? (
				<p className="kt-row__meta">
					<Over status="on_hold" count={onHold} />
					<Over status="completed" count={completed} />
				</p>
			) : null}
			{next.length > 0 ? (
				<div className="kt-group">
					<h3>Going live next</h3>
					<ul>
						{next.map((onboarding) => (
							<NextRow key={onboarding.id} onboarding={onboarding} />
						))}
					</ul>
				</div>
			) : null}
		</section>
	);
}

function Over({ status, count }: { status: "on_hold" | "completed"; count: number }) {
	return (
		<Link className="kt-plain-link" href={`${portfolioPath}?status=${status}`} prefetch={false}>
			{sayStatus(status)} {count.toLocaleString("en")}
		</Link>
	);
}

function NextRow({ onboarding }: { onboarding: ComingLive }) {
	const { id, customer, health, phase, phaseName } = onboarding;
	return (
		<li className="kt-row">
			<div className="kt-row__text">
				<p className="kt-row__title">
					<Link href={recordPath(slug.onboardings, id)} prefetch={false}>
						{customer}
					</Link>
				</p>
				<p className="kt-row__meta">
					<StatusBadge status={health} />
					<span>{phaseName ?? phase ?? "not begun"}</span>
				</p>
			</div>
			<div className="kt-row__date">
				<GoLive row={onboarding} />
			</div>
		</li>
	);
}
