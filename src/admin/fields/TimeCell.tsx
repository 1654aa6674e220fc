import type { DefaultServerCellComponentProps } from "payload";
import { RelativeTime } from "../parts/RelativeTime";
import { LinkedCell } from "./LinkedCell";

/** A moment of the list as distance, with the exact time and zone on hover and focus. */
export function TimeCell(cell: DefaultServerCellComponentProps) {
	const { cellData } = cell;
	const at = cellData instanceof Date ? cellData.toISOString() : cellData;
	return (
		<LinkedCell cell={cell}>
			{typeof at === "string" ? <RelativeTime at={at} /> : <span className="kt-muted">–</span>}
		</LinkedCell>
	);
}
