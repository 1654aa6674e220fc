"use client";

import type { WorkItem } from "@/operations/portfolio/readMyWork";
import type { Selection } from "./useSelection";
import type { WorkDialogName } from "./WorkDialogs";

/** What is done with all that is chosen. It keeps its place while nothing is, so that the rows do not jump. */
export function BulkBar(props: {
	selection: Selection;
	onTick(items: WorkItem[]): void;
	onAsk(dialog: WorkDialogName, items: WorkItem[]): void;
}) {
	const { selection, onTick, onAsk } = props;
	const { chosen, isAll } = selection;
	const isNothing = chosen.length === 0;
	const button = { type: "button", className: "kt-quiet-button", disabled: isNothing } as const;
	return (
		<div className="kt-work__bulk" role="toolbar" aria-label="Chosen items">
			<label>
				<input
					type="checkbox"
					checked={isAll}
					ref={(box) => {
						if (box) box.indeterminate = !isNothing && !isAll;
					}}
					onChange={() => (isAll ? selection.clear() : selection.chooseAll())}
				/>
				<span aria-live="polite">{isNothing ? "Choose all shown" : `${chosen.length} chosen`}</span>
			</label>
			<button {...button} onClick={() => onTick(chosen)}>
				Tick
			</button>
			<button {...button} onClick={() => onAsk("snooze", chosen)}>
				Put off…
			</button>
			<button {...button} onClick={() => onAsk("assign", chosen)}>
				Give to…
			</button>
		</div>
	);
}
