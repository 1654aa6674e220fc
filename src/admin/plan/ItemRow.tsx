"use client";

import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ItemActs } from "./ItemActs";
import { ItemFacts } from "./ItemFacts";
import { ItemNews } from "./ItemNews";
import { ItemOpinions } from "./ItemOpinions";
import { ItemProof } from "./ItemProof";
import { usePlan } from "./planContext";
import { ShownBy } from "./ShownBy";
import { TickBox } from "./TickBox";
import { WaiverLine } from "./WaiverLine";

/** One thing to be done: its tick, who does it by when, what is in the way, what proves it. */
export function ItemRow({ item }: { item: PlanItemView }) {
	const { pending } = usePlan();
	const isDone = isSettled(item.status);
	return (
		<li
			id={`kt-item-${item.id}`}
			data-item={item.id}
			data-status={item.status}
			data-pending={pending.has(item.id)}
			className="kt-item"
			tabIndex={-1}
		>
			<TickBox item={item} />
			<div className="kt-item__body">
				<p className="kt-item__title">{item.title}</p>
				<ItemFacts item={item} />
				<ShownBy item={item} />
				<ItemProof item={item} />
				<ItemOpinions item={item} />
				<WaiverLine item={item} />
				{item.guidance && !isDone ? (
					<details className="kt-item__guidance">
						<summary>How</summary>
						<p>{item.guidance}</p>
					</details>
				) : null}
				<ItemNews item={item} />
			</div>
			<ItemActs item={item} />
		</li>
	);
}
