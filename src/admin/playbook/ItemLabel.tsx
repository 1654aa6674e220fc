"use client";

import { useRowLabel } from "@payloadcms/ui";
import { spelled } from "@/domain/inWords";
import "./playbook.css";

type Row = { title?: string; key?: string; kind?: string; owner?: string; responsible?: string };

/** An item in the form's list: its title, what it is, who does it, and the key by which others name it. */
export function ItemLabel() {
	const { data, rowNumber } = useRowLabel<Row | undefined>();
	const { title, key, kind, owner, responsible } = data ?? {};
	const facts = [
		kind && kind !== "task" ? spelled(kind) : null,
		responsible ? spelled(responsible) : null,
		owner === "customer" ? "done by the customer" : null,
		key,
	].filter(Boolean);
	return (
		<span className="kt-row-label">
			<span>{title || `Item ${(rowNumber ?? 0) + 1}`}</span>
			{facts.length > 0 ? <small className="kt-muted">{facts.join(" · ")}</small> : null}
		</span>
	);
}
