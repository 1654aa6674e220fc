"use client";

import { useEffect, useRef, useState } from "react";
import type { WorkItem } from "@/operations/portfolio/readMyWork";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import type { Selection } from "../parts/useSelection";
import { groupWork } from "./groupWork";
import { sayCount } from "./sayCount";
import type { useWork } from "./useWork";
import type { WorkDialogName } from "./WorkDialogs";
import { WorkRow } from "./WorkRow";

/** What a key press of the page and one that React tells have in common. */
type Pressed = "key" | "target" | "ctrlKey" | "metaKey" | "altKey" | "preventDefault";

type Props = {
	state: ReturnType<typeof useWork>;
	selection: Selection<WorkItem>;
	onTick(items: WorkItem[]): void;
	onAsk(dialog: WorkDialogName, items: WorkItem[]): void;
};

/** The items under when they are due. One of them has the keyboard; its letters do what the buttons do. */
export function WorkGroups({ state, selection, onTick, onAsk }: Props) {
	const { work, pending, refused } = state;
	const groups = groupWork(work.items);
	const inOrder = groups.flatMap(({ items }) => items);
	const { list, current, setCurrent, move } = useCurrentRow(inOrder);
	/** What is chosen, or the row alone when nothing is. */
	const ofAll = (item: WorkItem) => (selection.chosen.length > 0 ? selection.chosen : [item]);
	const acts: [string[], (item: WorkItem) => void][] = [
		[["j", "ArrowDown"], () => move(1)],
		[["k", "ArrowUp"], () => move(-1)],
		[[" ", "x"], selection.toggle],
		[["t"], (item) => onTick(ofAll(item))],
		[["s"], (item) => onAsk("snooze", ofAll(item))],
		[["a"], (item) => onAsk("assign", ofAll(item))],
		[["Enter"], (item) => window.location.assign(recordPath(slug.onboardings, item.onboardingId))],
		[["Escape"], () => selection.clear()],
		[["?"], () => onAsk("help", [])],
	];
	const onKeyDown = (event: Pick<KeyboardEvent, Pressed>) => {
		const item = inOrder[current];
		const act = acts.find(([names]) => names.includes(event.key))?.[1];
		// A button or a link inside the row keeps its own keys.
		const isOnRow = (event.target as HTMLElement).dataset.row !== undefined;
		if (!item || !act || event.ctrlKey || event.metaKey || event.altKey) return;
		if (!isOnRow && (event.key === " " || event.key === "Enter")) return;
		event.preventDefault();
		act(item);
	};
	useEffect(() => {
		// Where nothing has the keyboard yet, the keys that find the list and the help do; those that act need a row to be seen.
		const fromNowhere = (event: KeyboardEvent) => {
			if (document.activeElement === document.body && ["j", "k", "?"].includes(event.key)) onKeyDown(event);
		};
		window.addEventListener("keydown", fromNowhere);
		return () => window.removeEventListener("keydown", fromNowhere);
	});
	return (
		<div ref={list} className="kt-work__groups">
			{groups.map(({ name, isOverdue, items }) => (
				<section key={name} aria-label={name}>
					<h2 data-overdue={isOverdue}>
						{name}{" "}
						{isOverdue ? <span className="kt-muted">{sayCount(work.counts.overdue, work.mostCounted)}</span> : null}
					</h2>
					<ul onKeyDown={onKeyDown}>
						{items.map((item) => {
							const place = inOrder.indexOf(item);
							return (
								<WorkRow
									key={item.id}
									item={item}
									isCurrent={place === current}
									isChosen={selection.has(item)}
									isPending={pending.has(item.id)}
									refused={refused.get(item.id) ?? null}
									onFocus={() => setCurrent(place)}
									onChoose={() => selection.toggle(item)}
									onTick={() => onTick([item])}
									onAsk={(dialog) => onAsk(dialog, [item])}
								/>
							);
						})}
					</ul>
				</section>
			))}
		</div>
	);
}

/** The row that has the keyboard. When it leaves the list, the one in its place takes over. */
function useCurrentRow(items: readonly WorkItem[]) {
	const list = useRef<HTMLDivElement>(null);
	const [wanted, setCurrent] = useState(0);
	const current = Math.min(wanted, items.length - 1);
	const focusRow = (place: number) => list.current?.querySelectorAll<HTMLElement>("[data-row]")[place]?.focus();
	const move = (by: number) => {
		const isInside = list.current?.contains(document.activeElement);
		const next = isInside ? Math.min(items.length - 1, Math.max(0, current + by)) : current;
		setCurrent(next);
		focusRow(next);
	};
	const count = useRef(items.length);
	useEffect(() => {
		const hasLost = items.length < count.current && document.activeElement === document.body;
		count.current = items.length;
		if (hasLost) list.current?.querySelectorAll<HTMLElement>("[data-row]")[current]?.focus();
	}, [items, current]);
	return { list, current, setCurrent, move };
}
