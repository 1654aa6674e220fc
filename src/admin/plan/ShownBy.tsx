"use client";

import { Link } from "@payloadcms/ui";
import { sayDoneWhen } from "@/domain/playbook/doneWhen";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { recordPath } from "../parts/adminPath";
import { sayRecord } from "./sayRecord";

/** Of an item that a record shows: when it is done, what was found, and where. */
export function ShownBy({ item }: { item: PlanItemView }) {
	const { criterion, says, foundIn, status } = item;
	if (!criterion || status === "not_needed") return null;
	return (
		<p className="kt-item__note">
			{isSettled(status) ? null : `${sayDoneWhen(criterion)} `}
			{says}{" "}
			{foundIn ? (
				<Link href={recordPath(foundIn.collection, foundIn.id)} prefetch={false}>
					{sayRecord(foundIn.collection)}
				</Link>
			) : null}
		</p>
	);
}
