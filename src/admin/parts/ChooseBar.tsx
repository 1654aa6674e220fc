"use client";

import type { ReactNode } from "react";
import type { Selection } from "./useSelection";
import "./narrow.css";

/**
 * Above rows that can be chosen: how many are, and what is done with all of them. It keeps its place while none is, so that
 * the rows do not jump.
 */
export function ChooseBar<Row extends { id: string }>(props: {
	label: string;
	selection: Selection<Row>;
	/** Buttons for what is chosen; `isNothing` while nothing is. */
	children(isNothing: boolean): ReactNode;
}) {
	const { label, selection, children } = props;
	const { chosen, isAll } = selection;
	const isNothing = chosen.length === 0;
	return (
		<div className="kt-choose" role="toolbar" aria-label={label}>
			<label>
				<input
					type="checkbox"
					checked={isAll}
					ref={(box) => {
						if (box) box.indeterminate = !isNothing && !isAll;
					}}
					onChange={() => (isAll ? selection.clear() : selection.chooseAll())}
				/>
				<span aria-live="polite">{isNothing ? "Select all" : `${chosen.length} chosen`}</span>
			</label>
			{children(isNothing)}
		</div>
	);
}
