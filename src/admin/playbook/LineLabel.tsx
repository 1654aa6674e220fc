"use client";

import { useRowLabel } from "@payloadcms/ui";

/** A line of the definition of done in the form's list. */
export function LineLabel() {
	const { data, rowNumber } = useRowLabel<{ line?: string } | undefined>();
	return <span className="kt-row-label">{data?.line || `Line ${(rowNumber ?? 0) + 1}`}</span>;
}
