"use client";

import { Link } from "@payloadcms/ui";
import type { LiveCheckIn } from "@/operations/live/onboardingLive";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

/** The check-ins after going live: when, and what was seen. */
export function CheckIns({ checkIns }: { checkIns: LiveCheckIn[] }) {
	return (
		<ul className="kt-checkins">
			{checkIns.map(({ id, label, dueAt, status, outcome }) => (
				<li key={id}>
					<StatusBadge status={status} />
					<span>
						<Link href={recordPath(slug.checkIns, id)} prefetch={false}>
							{label}
						</Link>{" "}
						<RelativeTime at={dueAt} />
						{outcome ? <span className="kt-checkins__outcome">{outcome}</span> : null}
					</span>
				</li>
			))}
		</ul>
	);
}
