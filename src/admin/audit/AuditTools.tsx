"use client";

import { Button, useListQuery } from "@payloadcms/ui";
import { useState } from "react";
import { exportPath, fromWhere } from "./auditWhere";
import { EraseDialog } from "./EraseDialog";

/** Takes the filtered record out, and makes a person in it unreadable. */
export function AuditTools({ may }: { may: { export: boolean; reveal: boolean; erase: boolean } }) {
	const { query, data } = useListQuery();
	const { query: filter, hasMore } = fromWhere(query.where);
	const [isOpen, setOpen] = useState(false);
	const [isErasing, setErasing] = useState(false);
	if (!may.export && !may.erase) return null;
	return (
		<div className="kt-tools">
			{may.export ? (
				<>
					<span>
						Export {data ? `these ${data.totalDocs.toLocaleString("en")}` : "these"} entries
						{hasMore ? " (by the filters above only)" : ""}:
					</span>
					<a href={exportPath(filter, "csv", isOpen)} download>
						CSV
					</a>
					<a href={exportPath(filter, "jsonl", isOpen)} download>
						JSON Lines
					</a>
				</>
			) : null}
			{may.export && may.reveal ? (
				<label>
					<input type="checkbox" checked={isOpen} onChange={({ target }) => setOpen(target.checked)} /> with names and
					addresses readable
				</label>
			) : null}
			{may.erase ? (
				<Button className="kt-tools__erase" buttonStyle="secondary" size="small" onClick={() => setErasing(true)}>
					Erase a person…
				</Button>
			) : null}
			{isErasing ? <EraseDialog onClose={() => setErasing(false)} /> : null}
		</div>
	);
}
