"use client";

import { type KeyboardEvent, useRef } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ItemRow } from "./ItemRow";
import { type ItemDialogName, usePlan } from "./planContext";

const dialogOf: Readonly<Record<string, ItemDialogName>> = { s: "snooze", a: "assign", n: "note" };
const typed = "input:not([type=checkbox]), textarea, select, dialog";

/** Items as rows; up and down go from one to the next, and letters do what the row's buttons do. */
export function ItemList({ items }: { items: readonly PlanItemView[] }) {
	const list = useRef<HTMLUListElement>(null);
	const { ask, tick, start } = usePlan();
	const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
		const target = event.target as HTMLElement;
		if (event.metaKey || event.ctrlKey || event.altKey || target.closest(typed)) return;
		const row = target.closest<HTMLElement>("[data-item]");
		const item = items.find(({ id }) => id === row?.dataset.item);
		if (!row || !item) return;
		const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
		if (next instanceof HTMLElement) next.focus();
		else if (!actByKey(event.key, item)) return;
		event.preventDefault();
	};
	/** @returns whether the key means something for this item */
	const actByKey = (key: string, item: PlanItemView): boolean => {
		const isOpen = item.status === "open" || item.status === "in_progress";
		const dialog = dialogOf[key];
		if (!item.mayAct || item.automation || !isOpen) return false;
		if (dialog) ask(dialog, item);
		else if (key === "x" && item.waitsFor.length === 0) tick(item);
		else if (key === "b" && item.status === "open") start(item);
		else return false;
		return true;
	};
	return (
		<ul className="kt-items" ref={list} onKeyDown={onKeyDown}>
			{items.map((item) => (
				<ItemRow key={item.id} item={item} />
			))}
		</ul>
	);
}
