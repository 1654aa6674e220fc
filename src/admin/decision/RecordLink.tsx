"use client";

import { Link } from "@payloadcms/ui";
import type { RecordRef } from "@/domain/recordRef";
import { recordPath } from "../parts/adminPath";
import { sayRecord } from "../plan/sayRecord";

/** To the record that shows what was found, where there is one. */
export function RecordLink({ record }: { record: RecordRef | null }) {
	if (!record) return null;
	return (
		<Link href={recordPath(record.collection, record.id)} prefetch={false} className="kt-sheet__record">
			{sayRecord(record.collection)}
		</Link>
	);
}
