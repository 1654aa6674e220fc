"use client";

import { Link } from "@payloadcms/ui";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { EndTime } from "../parts/EndTime";
import { usePlan } from "./planContext";

/** A waiver that was asked for or stands: its reason, its end, and the way to the second person's answer. */
export function WaiverLine({ item }: { item: PlanItemView }) {
	const { me } = usePlan();
	const { waiver } = item;
	if (!waiver) return null;
	const isProposed = waiver.status === "proposed";
	const isMine = waiver.requestedBy?.id === me.id;
	return (
		<div className="kt-waiver">
			<p>
				{isProposed ? `${waiver.requestedBy?.name ?? "Somebody"} asks to waive it` : "Waived"}
				{waiver.expiresAt ? (
					<>
						{" until "}
						<EndTime at={waiver.expiresAt} />
					</>
				) : null}
				{waiver.reason ? `: ${waiver.reason}` : "."}
			</p>
			{isProposed && isMine ? <p className="kt-muted">A second person has to agree.</p> : null}
			{isProposed && !isMine ? (
				<Link href={recordPath(slug.decisions, waiver.id)} prefetch={false}>
					Read and decide
				</Link>
			) : null}
		</div>
	);
}
