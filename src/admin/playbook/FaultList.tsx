"use client";

import { useForm } from "@payloadcms/ui";
import { counted } from "@/domain/inWords";
import type { PlaybookFault } from "@/domain/playbook/faults/placeItems";
import { openField } from "./openField";

/** What keeps a playbook from being published: each names its place, and leads to it. */
export function FaultList({ faults }: { faults: readonly PlaybookFault[] }) {
	const { getFields, dispatchFields } = useForm();
	if (faults.length === 0) return null;
	return (
		<div className="kt-faults">
			<p>
				<strong>It cannot be published yet: {counted(faults.length, "thing")} to put right.</strong> A draft can be
				saved all the same.
			</p>
			<ul>
				{faults.map(({ path, message }) => (
					<li key={`${path} ${message}`}>
						<button type="button" onClick={() => openField({ path, fields: getFields(), dispatch: dispatchFields })}>
							{message}
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}
