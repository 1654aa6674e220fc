"use client";

import { useRowLabel } from "@payloadcms/ui";

/** An item by its title and key, in the form's list. */
export function ItemLabel() {
	const { data, rowNumber } = useRowLabel<{ title?: string; key?: string }>();
	return (
		<span>
			{data.title || `Item ${(rowNumber ?? 0) + 1}`} {data.key ? <small className="kt-muted">{data.key}</small> : null}
		</span>
	);
}
