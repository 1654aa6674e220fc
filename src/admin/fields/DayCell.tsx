import type { DefaultServerCellComponentProps } from "payload";
import { RelativeTime } from "../parts/RelativeTime";
import { LinkedCell } from "./LinkedCell";

/** A day of the list as distance, with the day itself on hover and focus. */
export function DayCell(cell: DefaultServerCellComponentProps) {
	const { cellData: day } = cell;
	return (
		<LinkedCell cell={cell}>
			{typeof day === "string" ? <RelativeTime at={day} /> : <span className="kt-muted">–</span>}
		</LinkedCell>
	);
}
