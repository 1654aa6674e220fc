import type { DefaultServerCellComponentProps } from "payload";
import { slug } from "@/slugs";
import { StatusBadge } from "../parts/StatusBadge";
import type { Tone } from "../parts/toneOf";
import { LinkedCell } from "./LinkedCell";

/** An open invoice moves along, an open risk waits for a person; a held payment does too, a held mail is read here. */
const ownTones: Partial<Record<string, Tone>> = {
	[`${slug.risks}:open`]: "bad",
	[`${slug.messages}:held`]: "warn",
};

/** A status of the list as colour, shape and the word of its field. */
export function StatusCell(cell: DefaultServerCellComponentProps) {
	const { cellData, field, collectionSlug } = cell;
	if (typeof cellData !== "string") return <span className="kt-muted">–</span>;
	return (
		<LinkedCell cell={cell}>
			<StatusBadge
				status={cellData}
				label={labelOf(field, cellData)}
				tone={ownTones[`${collectionSlug}:${cellData}`]}
			/>
		</LinkedCell>
	);
}

function labelOf(field: DefaultServerCellComponentProps["field"], value: string): string | undefined {
	if (field.type !== "select") return undefined;
	const option = field.options.find((option) => typeof option === "object" && option.value === value);
	return typeof option === "object" && typeof option.label === "string" ? option.label : undefined;
}
