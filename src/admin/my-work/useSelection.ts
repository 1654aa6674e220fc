"use client";

import { useState } from "react";
import type { WorkItem } from "@/operations/portfolio/readMyWork";

/** Which items are chosen to do something with all of them. What has left the list is no longer chosen. */
export function useSelection(items: readonly WorkItem[]) {
	const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
	const chosen = items.filter(({ id }) => ids.has(id));
	return {
		chosen,
		isAll: items.length > 0 && chosen.length === items.length,
		has: (item: WorkItem) => ids.has(item.id),
		toggle: (item: WorkItem) =>
			setIds(
				(before) => new Set(before.has(item.id) ? [...before].filter((id) => id !== item.id) : [...before, item.id]),
			),
		chooseAll: () => setIds(new Set(items.map(({ id }) => id))),
		/** Of these, or of all when left out. */
		clear: (done?: readonly WorkItem[]) =>
			setIds((before) => new Set(done ? [...before].filter((id) => !done.some((item) => item.id === id)) : [])),
	};
}

export type Selection = ReturnType<typeof useSelection>;
