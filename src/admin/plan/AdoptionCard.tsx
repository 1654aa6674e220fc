"use client";

import { Link } from "@payloadcms/ui";
import { findAgreedScope, findScopeGap, formatScope } from "@/domain/adoption/agreedScope";
import { slug } from "@/slugs";
import { listPath } from "../parts/adminPath";
import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";

const directions = {
	rising: "rising",
	falling: "falling",
	steady: "steady",
	unknown: "",
} as const;

/** Are they really using it: shifts recorded of those in scope, week by week, against what is asked. */
export function AdoptionCard() {
	const { plan } = usePlan();
	const { weeks, direction, change } = plan.adoption;
	const shown = weeks.slice(-8);
	const last = shown.at(-1);
	const scope = findAgreedScope(plan.scopes, "goLive");
	const agreed = scope
		? `In the agreed scope: ${formatScope(scope)}.`
		: `No scope agreed yet: ${findScopeGap(plan.scopes, "goLive")} missing.`;
	if (!last) {
		return (
			<RailCard title="Use" isFolded>
				<p className="kt-muted">
					Measured week by week from the go-live on: 60 % of shifts in week 1, 85 % from week 2. {agreed}
				</p>
			</RailCard>
		);
	}
	return (
		<RailCard
			title="Use"
			fact={
				<StatusBadge
					status={last.meets ? "met" : "missed"}
					tone={last.meets ? "good" : "warn"}
					label={last.percent === null ? "No scope agreed" : `${last.percent} % ${directions[direction]}`.trim()}
				/>
			}
		>
			<ol className="kt-weeks">
				{shown.map(({ id, week, percent, threshold, meets, says }) => (
					<li key={id} title={says} data-meets={meets}>
						<span className="kt-weeks__bar" aria-hidden="true">
							<span className="kt-weeks__value" style={{ height: `${percent ?? 0}%` }} />
							<span className="kt-weeks__line" style={{ bottom: `${threshold}%` }} />
						</span>
						<span aria-hidden="true">{week}</span>
						<span className="kt-sr">{says}</span>
					</li>
				))}
			</ol>
			<p>{last.says}</p>
			<p className="kt-muted">{agreed}</p>
			<p className="kt-muted">
				{change === null ? "" : `${change > 0 ? "+" : ""}${change} points on the week before. `}
				<Link href={listPath(slug.adoptionReports, { onboarding: plan.onboardingId })} prefetch={false}>
					All weeks
				</Link>
			</p>
		</RailCard>
	);
}
