"use client";

import type { WorkItem } from "@/operations/portfolio/readMyWork";
import { ChooseBar } from "../parts/ChooseBar";
import type { Selection } from "../parts/useSelection";
import type { WorkDialogName } from "./WorkDialogs";

/** What is done with all the items that are chosen. */
export function BulkBar(props: {
	selection: Selection<WorkItem>;
	onTick(items: WorkItem[]): void;
	onAsk(dialog: WorkDialogName, items: WorkItem[]): void;
}) {
	const { selection, onTick, onAsk } = props;
	const { chosen } = selection;
	const button = { type: "button", className: "kt-quiet-button" } as const;
	return (
		<ChooseBar label="Chosen items" selection={selection}>
			{(isNothing) => (
				<>
					<button {...button} disabled={isNothing} onClick={() => onTick(chosen)}>
						Tick
					</button>
					<button {...button} disabled={isNothing} onClick={() => onAsk("snooze", chosen)}>
						Put off…
					</button>
					<button {...button} disabled={isNothing} onClick={() => onAsk("assign", chosen)}>
						Assign…
					</button>
				</>
			)}
		</ChooseBar>
	);
}
