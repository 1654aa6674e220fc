"use client";

import { Link } from "@payloadcms/ui";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { ItemActs } from "./ItemActs";
import { ItemNews } from "./ItemNews";
import { ItemProof } from "./ItemProof";
import { usePlan } from "./planContext";
import { sayRecord } from "./sayRecord";
import { WaiverLine } from "./WaiverLine";

/** An exit criterion as a check: whether it holds, what was found, and the record that shows it. */
export function CriterionRow({ item }: { item: PlanItemView }) {
	const { plan } = usePlan();
	const holds = isSettled(item.status);
	return (
		<li id={`kt-item-${item.id}`} className="kt-criterion" data-holds={holds} tabIndex={-1}>
			<StatusBadge
				status={item.status}
				label={item.status === "waived" ? "Waived" : holds ? "Holds" : "Not yet"}
				tone={item.status === "waived" ? "warn" : holds ? "good" : "waiting"}
			/>
			<div className="kt-criterion__body">
				<p className="kt-criterion__title">{item.title}</p>
				{item.says ? <p className="kt-criterion__says">{item.says}</p> : null}
				<p className="kt-facts-line">
					<span>{item.criterion ? "Computed from records" : "Signed by a person"}</span>
					{item.foundIn ? (
						<Link href={recordPath(item.foundIn.collection, item.foundIn.id)} prefetch={false}>
							{sayRecord(item.foundIn.collection)}
						</Link>
					) : null}
					{holds && item.doneAt ? (
						<span>
							{item.status === "waived" ? "waived" : "holds"} since <RelativeTime at={item.doneAt} />
						</span>
					) : null}
					{!holds && item.dueAt ? (
						<span>
							due <RelativeTime at={item.dueAt} today={plan.today} />
						</span>
					) : null}
				</p>
				<ItemProof item={item} />
				<WaiverLine item={item} />
				<ItemNews item={item} />
			</div>
			<ItemActs item={item} />
		</li>
	);
}
