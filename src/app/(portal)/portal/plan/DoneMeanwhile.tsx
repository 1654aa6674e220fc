"use client";

import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { useWork } from "./planWork";

/** Stands where the form stood when somebody else has done the same meanwhile. */
export function DoneMeanwhile({ item }: { item: PlanItemView }) {
	const { setOpen, vendorName } = useWork();
	const words =
		item.status === "done"
			? `${item.doneBy?.name ?? vendorName} has done this meanwhile.`
			: "This is not asked of you any more.";
	return (
		<div className="notice" role="alert">
			<p>{words} There is nothing left to send.</p>
			<button type="button" className="link-button" onClick={() => setOpen(null)}>
				Continue
			</button>
		</div>
	);
}
