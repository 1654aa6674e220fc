"use client";

import { toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type MyWorkQuery, printMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import type { MyWork as Work, WorkItem } from "@/operations/portfolio/readMyWork";
import { myWorkPath } from "../parts/adminPath";
import { useSelection } from "../parts/useSelection";
import { needsProof } from "../plan/proof";
import { BulkBar } from "./BulkBar";
import { DueCheckIns } from "./DueCheckIns";
import { NoWork } from "./NoWork";
import { useWork } from "./useWork";
import { WaitingDecisions } from "./WaitingDecisions";
import { type WorkDialogName, WorkDialogs } from "./WorkDialogs";
import { WorkFilters } from "./WorkFilters";
import { WorkGroups } from "./WorkGroups";
import { WorkPages } from "./WorkPages";
import "../parts/narrow.css";
import "./work.css";

export type Asked = { dialog: WorkDialogName; items: WorkItem[] };

/** A person's work: filters, rows, what can be done with one or many of them, by mouse and by keys. */
export function MyWork({ query, initial, readAt }: { query: MyWorkQuery; initial: Work; readAt: string }) {
	const router = useRouter();
	const [isBusy, startTransition] = useTransition();
	const state = useWork({ query, initial, readAt });
	const { work, act, offerUndo, sayProblem } = state;
	const selection = useSelection(work.items);
	const [asked, setAsked] = useState<Asked | null>(null);
	const go = (part: Partial<MyWorkQuery>) =>
		startTransition(() => {
			const address = printMyWorkQuery({ ...query, page: 1, ...part }).toString();
			router.replace(address ? `${myWorkPath}?${address}` : myWorkPath, { scroll: false });
		});
	const tick = async (items: WorkItem[]) => {
		const [only] = items;
		if (items.length === 1 && only && needsProof(only)) return setAsked({ dialog: "tick", items });
		try {
			const done = await act(items, { act: "tick" });
			if (done.length > 0) offerUndo(done);
			selection.clear(done);
		} catch (error) {
			toast.error(sayProblem(error));
		}
	};
	const ask = (dialog: WorkDialogName, items: WorkItem[]) => setAsked({ dialog, items });
	return (
		<>
			<WaitingDecisions decisions={work.decisions} />
			<DueCheckIns checkIns={work.checkIns} />
			<WorkFilters query={query} work={work} onChange={go} onHelp={() => ask("help", [])} />
			{work.items.length > 0 ? <BulkBar selection={selection} onTick={tick} onAsk={ask} /> : null}
			<div className="kt-work__shown" data-busy={isBusy} aria-busy={isBusy}>
				{work.items.length === 0 ? (
					<NoWork query={query} work={work} onChange={go} />
				) : (
					<WorkGroups state={state} selection={selection} onTick={tick} onAsk={ask} />
				)}
				<WorkPages query={query} shown={work.items.length} onChange={go} />
			</div>
			{asked ? <WorkDialogs asked={asked} state={state} selection={selection} onClose={() => setAsked(null)} /> : null}
		</>
	);
}
