import type { DefaultServerCellComponentProps } from "payload";
import { CopyId } from "../parts/CopyId";

/** An id at a vendor's, copied with a click. */
export function IdentifierCell({ cellData }: DefaultServerCellComponentProps) {
	return typeof cellData === "string" && cellData !== "" ? (
		<CopyId id={cellData} />
	) : (
		<span className="kt-muted">–</span>
	);
}
