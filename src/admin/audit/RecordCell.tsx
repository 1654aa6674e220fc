import { Link } from "@payloadcms/ui";
import type { DefaultServerCellComponentProps } from "payload";
import { allSlugs } from "@/slugs";
import { recordPath } from "../parts/adminPath";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The record an entry is about, as a link to it. */
export function RecordCell({ cellData, rowData }: DefaultServerCellComponentProps) {
	if (typeof cellData !== "string" || cellData === "") return <span className="kt-muted">–</span>;
	const collection = allSlugs.find((name) => name === rowData.collection);
	const short = cellData.length > 20 ? `${cellData.slice(0, 8)}…` : cellData;
	if (!collection || !uuid.test(cellData)) return <span title={cellData}>{short}</span>;
	return (
		<Link href={recordPath(collection, cellData)} prefetch={false} title={cellData}>
			{short}
		</Link>
	);
}
