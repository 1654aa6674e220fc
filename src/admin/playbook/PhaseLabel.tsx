"use client";

import { useRowLabel } from "@payloadcms/ui";

/** A phase by its name, in the form's list. */
export function PhaseLabel() {
	const { data, rowNumber } = useRowLabel<{ name?: string; items?: unknown[] }>();
	return <span>{data.name || `Phase ${(rowNumber ?? 0) + 1}`}</span>;
}
