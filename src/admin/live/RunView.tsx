"use client";

import { Link } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { VendorRole } from "@/access/roles";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { LiveSign } from "./LiveSign";
import { Timeline } from "./Timeline";
import { useLive } from "./useLive";
import "./live.css";

/** One run's timeline, as it moves. The record's own fields below follow when its status changes. */
export function RunView({ initial, runId, role }: { initial: OnboardingLive; runId: string; role: VendorRole | null }) {
	const { live, connection } = useLive(initial, runId);
	const router = useRouter();
	const status = live.run?.status;
	const shown = useRef(status);
	useEffect(() => {
		if (shown.current === status) return;
		shown.current = status;
		router.refresh();
	}, [status, router]);
	const isCurrent = live.run?.status !== "undone";
	return (
		<section className="kt-live" aria-label="Run timeline">
			<div className="kt-live__title">
				<h2>
					<Link href={recordPath(slug.onboardings, live.onboardingId)} prefetch={false}>
						{live.casino.name}
					</Link>
				</h2>
				<LiveSign connection={connection} />
			</div>
			<Timeline live={isCurrent ? live : { ...live, mayReopen: false }} mayRun={role === "admin" || role === "ops"} />
		</section>
	);
}
