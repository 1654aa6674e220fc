"use client";

import { useState } from "react";
export type Selection<Row extends { id: string }> = {
	chosen: Row[];
	isAll: boolean;
	has(row: Row): boolean;
	toggle(row: Row): void;
	chooseAll(): void;
	/** Of these, or of all when left out. */
	clear(done?: readonly Row[]): void;
};

/** Which rows are chosen to do something with all of them. What has left the list is no longer chosen. */
export function useSelection<Row extends { id: string }>(rows: readonly Row[]): Selection<Row> {
	const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
	const chosen = rows.filter(({ id }) => ids.has(id));
	return {
		chosen,
		isAll: rows.length > 0 && chosen.length === rows.length,
		has: (row) => ids.has(row.id),
		toggle: (row) =>
			setIds((before) => new Set(before.has(row.id) ? [...before].filter((id) => id !== row.id) : [...before, row.id])),
		chooseAll: () => setIds(new Set(rows.map(({ id }) => id))),
		clear: (done) =>
			setIds((before) => new Set(done ? [...before].filter((id) => !done.some((row) => row.id === id)) : [])),
	};
}
