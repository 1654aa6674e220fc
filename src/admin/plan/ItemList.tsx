"use client";

import type { KeyboardEvent } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { actsOf } from "./actsOf";
import { ItemRow } from "./ItemRow";
import { usePlan } from "./planContext";

const typed = "input:not([type=checkbox]), textarea, select, dialog";

/** Items as rows; up and down go from one to the next, and letters do what the row's buttons do. */
export function ItemList({ items }: { items: readonly PlanItemView[] }) {
	const context = usePlan();
	const onKeyDown = (event: KeyboardEvent) => {
		const target = event.target as HTMLElement;
		if (event.metaKey || event.ctrlKey || event.altKey || target.closest(typed)) return;
		const row = target.closest<HTMLElement>("[data-item]");
		const item = items.find(({ id }) => id === row?.dataset.item);
		if (!row || !item) return;
		const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
		const act = actsOf(item, context).find(({ key }) => key === event.key)?.act;
		if (next instanceof HTMLElement) next.focus();
		else if (act && !context.pending.has(item.id)) act();
		else return;
		event.preventDefault();
	};
	return (
		<ul onKeyDown={onKeyDown}>
			{items.map((item) => (
				<ItemRow key={item.id} item={item} />
			))}
		</ul>
	);
}
