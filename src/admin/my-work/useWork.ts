"use client";

import { toast } from "@payloadcms/ui";
import { useEffect, useRef, useState } from "react";
import { type MyWorkQuery, printMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import type { MyWork, WorkItem } from "@/operations/portfolio/readMyWork";
import { callApi, sayFailure } from "../parts/callApi";
import { undone } from "../plan/useItemActs";

export type BulkAct =
	| { act: "tick" }
	| { act: "snooze"; until: string | null; reason: string }
	| { act: "assign"; assignee: string | null };
type Outcome = { id: string; ok: boolean; message?: string };

const sayProblem = (error: unknown) => sayFailure(error, "It could not be done. Try again.");

/** The work as it stands, and what can be done with it. After each act it is read again. */
export function useWork({ query, initial, readAt }: { query: MyWorkQuery; initial: MyWork; readAt: string }) {
	const [work, setWork] = useState({ ...initial, readAt });
	const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
	const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
	useEffect(() => setWork({ ...initial, readAt }), [initial, readAt]);

	// An undo is offered for a while: the filters may have changed when it is taken.
	const shown = useRef(query);
	shown.current = query;
	const readAgain = async () => {
		const asked = shown.current;
		const fresh = await callApi<MyWork>(`/my-work?${printMyWorkQuery(asked)}`).catch(() => null);
		if (fresh && asked === shown.current) setWork({ ...fresh, readAt: new Date().toISOString() });
	};
	const during = async <Result>(ids: string[], write: () => Promise<Result>): Promise<Result> => {
		setPending((before) => new Set([...before, ...ids]));
		setRefused((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
		try {
			return await write();
		} finally {
			setPending((before) => new Set([...before].filter((id) => !ids.includes(id))));
		}
	};
	const reopen = async (items: WorkItem[]) => {
		const results = await Promise.allSettled(
			items.map(({ id }) => callApi(`/checklist-items/${id}/reopen`, { body: { reason: undone } })),
		);
		const failed = results.find((result) => result.status === "rejected");
		if (failed) toast.error(sayProblem(failed.reason));
		await readAgain();
	};
	const offerUndo = (items: WorkItem[]) => {
		const said = items.length === 1 ? `Done: ${items[0]?.title}` : `${items.length} items done.`;
		toast.success(said, { duration: 8000, action: { label: "Undo", onClick: () => void reopen(items) } });
	};
	/** @returns the ids of those it was done to; the others say why not in their rows */
	const act = async (items: WorkItem[], body: BulkAct): Promise<WorkItem[]> => {
		const ids = items.map(({ id }) => id);
		const { outcomes } = await during(ids, () =>
			callApi<{ outcomes: Outcome[] }>("/checklist-items/acts", { body: { ids, ...body } }),
		);
		const failed = outcomes.filter(({ ok }) => !ok);
		setRefused((before) => new Map([...before, ...failed.map(({ id, message }) => [id, message ?? ""] as const)]));
		if (failed.length > 0) {
			toast.error(
				`${failed.length} of ${ids.length} could not be done: see why in ${failed.length === 1 ? "its row" : "their rows"}.`,
			);
		}
		await readAgain();
		return items.filter(({ id }) => !failed.some((outcome) => outcome.id === id));
	};
	return { work, pending, refused, act, offerUndo, readAgain, sayProblem };
}
