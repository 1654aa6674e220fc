import { Link } from "@payloadcms/ui";
import type { OpenOnboarding, Portfolio as PortfolioFacts } from "@/operations/views/readDashboard";
import { slug } from "@/slugs";
import { createPath, listPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

const stageWords = { gate: "Before the gate", provisioning: "Provisioning", live: "Live, in hypercare" };
const healthWords = { green: "Green", yellow: "Yellow", red: "Red" };

/** How the onboardings stand: by stage, by health, and which go live next. */
export function Portfolio({ portfolio: { stages, health, next } }: { portfolio: PortfolioFacts }) {
	const open = listPath(slug.onboardings, { status: "open" });
	return (
		<section className="kt-column" aria-labelledby="kt-portfolio">
			<h2 id="kt-portfolio">
				Portfolio <span className="kt-column__count">{stages.gate + stages.provisioning + stages.live}</span>
			</h2>
			<dl className="kt-stages">
				<Count href={open} label={stageWords.gate} count={stages.gate} />
				<Count
					href={listPath(slug.casinos, { status: "provisioning" })}
					label={stageWords.provisioning}
					count={stages.provisioning}
				/>
				<Count href={listPath(slug.casinos, { status: "live" })} label={stageWords.live} count={stages.live} />
				<Count href={listPath(slug.onboardings, { status: "on_hold" })} label="On hold" count={stages.onHold} />
				<Count href={listPath(slug.onboardings, { status: "completed" })} label="Completed" count={stages.completed} />
			</dl>
			<p className="kt-health">
				{(["green", "yellow", "red"] as const).map((colour) => (
					<Link key={colour} href={listPath(slug.onboardings, { health: colour, status: "open" })} prefetch={false}>
						<StatusBadge status={colour} label={`${healthWords[colour]} ${health[colour]}`} />
					</Link>
				))}
			</p>
			{next.length === 0 ? (
				<EmptyState title="No onboarding is open">
					<Link href={createPath(slug.onboardings)}>Open an onboarding</Link> for a customer, and it is followed here
					until it is done.
				</EmptyState>
			) : (
				<ul>
					{next.map((onboarding) => (
						<NextRow key={onboarding.id} onboarding={onboarding} />
					))}
				</ul>
			)}
		</section>
	);
}

function Count({ href, label, count }: { href: string; label: string; count: number }) {
	return (
		<div>
			<dt>
				<Link href={href} prefetch={false}>
					{label}
				</Link>
			</dt>
			<dd>{count}</dd>
		</div>
	);
}

function NextRow({ onboarding }: { onboarding: OpenOnboarding }) {
	return (
		<li className="kt-row">
			<div className="kt-row__text">
				<p className="kt-row__title">
					<Link href={recordPath(slug.casinos, onboarding.casinoId)} prefetch={false}>
						{onboarding.casinoName}
					</Link>
				</p>
				<p className="kt-row__meta">
					<StatusBadge status={onboarding.health} />
					<span>{stageWords[onboarding.stage]}</span>
				</p>
			</div>
			<p className="kt-row__date">
				<span className="kt-muted">go-live </span>
				<RelativeTime at={onboarding.goLiveAt} empty="no date yet" />
			</p>
		</li>
	);
}
