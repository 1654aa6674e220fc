"use client";

import { useFormFields, useRowLabel } from "@payloadcms/ui";
import { counted } from "@/domain/inWords";
import "./playbook.css";

/** A phase in the form's list: its name, and how much is in it. */
export function PhaseLabel() {
	const { data, path, rowNumber } = useRowLabel<{ name?: string } | undefined>();
	const items = useFormFields(([fields]) => fields[`${path}.items`]?.rows?.length ?? 0);
	return (
		<span className="kt-row-label">
			<span>{data?.name || `Phase ${(rowNumber ?? 0) + 1}`}</span>
			<small className="kt-muted">{counted(items, "item")}</small>
		</span>
	);
}
