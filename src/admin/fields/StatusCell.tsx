import type { DefaultServerCellComponentProps } from "payload";
import { slug } from "@/slugs";
import { StatusBadge } from "../parts/StatusBadge";
import { LinkedCell } from "./LinkedCell";

/** A status of the list as colour, shape and the word of its field. */
export function StatusCell(cell: DefaultServerCellComponentProps) {
	const { cellData, field, collectionSlug } = cell;
	if (typeof cellData !== "string") return <span className="kt-muted">–</span>;
	// An open invoice moves along; an open risk waits for a person.
	const tone = collectionSlug === slug.risks && cellData === "open" ? "bad" : undefined;
	return (
		<LinkedCell cell={cell}>
			<StatusBadge status={cellData} label={labelOf(field, cellData)} tone={tone} />
		</LinkedCell>
	);
}

function labelOf(field: DefaultServerCellComponentProps["field"], value: string): string | undefined {
	if (field.type !== "select") return undefined;
	const option = field.options.find((option) => typeof option === "object" && option.value === value);
	return typeof option === "object" && typeof option.label === "string" ? option.label : undefined;
}
