"use client";

import { Link } from "@payloadcms/ui";
import { counted } from "@/domain/inWords";
import type { PlaybookRelease } from "@/operations/views/readPlaybookReleases";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";

/** The published versions: when, by whom, and how many running onboardings follow each. */
export function Releases({ releases }: { releases: readonly PlaybookRelease[] }) {
	if (releases.length === 0) return null;
	const running = releases.reduce((sum, release) => sum + release.running, 0);
	return (
		<details className="kt-releases">
			<summary>
				{counted(releases.length, "published version")}, {counted(running, "running onboarding")}
			</summary>
			<ul>
				{releases.map(({ id, version, publishedAt, publishedBy, running: following, all }) => (
					<li key={id}>
						<Link href={recordPath(slug.playbookVersions, id)} prefetch={false}>
							Version {version}
						</Link>
						<span>
							<RelativeTime at={publishedAt} /> {publishedBy ? `by ${publishedBy}` : "as shipped"}
						</span>
						<span className="kt-muted">
							{following === 0 ? "no running onboarding" : counted(following, "running onboarding")}
							{all > following ? `, ${all - following} over` : ""}
						</span>
					</li>
				))}
			</ul>
		</details>
	);
}
