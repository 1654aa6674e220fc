"use client";

import { Button } from "@payloadcms/ui";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { RelativeTime } from "../parts/RelativeTime";
import { usePlan } from "./planContext";

/** A waiver that was asked for or stands: its reason, its end, and the second person's answer. */
export function WaiverLine({ item }: { item: PlanItemView }) {
	const { me, mayPlan, ask } = usePlan();
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
						<RelativeTime at={waiver.expiresAt} />
					</>
				) : null}
				{waiver.reason ? `: ${waiver.reason}` : "."}
			</p>
			{isProposed && isMine ? <p className="kt-muted">A second person has to agree.</p> : null}
			{isProposed && mayPlan && !isMine ? (
				<Button
					type="button"
					size="small"
					margin={false}
					buttonStyle="secondary"
					onClick={() => ask("decideWaiver", item)}
				>
					Decide the waiver
				</Button>
			) : null}
		</div>
	);
}
