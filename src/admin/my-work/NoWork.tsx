"use client";

import { Link } from "@payloadcms/ui";
import type { MyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import type { MyWork } from "@/operations/portfolio/readMyWork";
import { portfolioPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";

type Props = { query: MyWorkQuery; work: MyWork; onChange(part: Partial<MyWorkQuery>): void };

/** Why there is nothing, and where there may be something. */
export function NoWork({ query, work, onChange }: Props) {
	const show = (label: string, part: Partial<MyWorkQuery>) => (
		<button type="button" className="kt-quiet-button" onClick={() => onChange(part)}>
			{label}
		</button>
	);
	if (query.text !== null) {
		return (
			<EmptyState title={`Nothing fits “${query.text}”`}>
				{show("Search everything", { span: "all" })} {show("Clear the search", { text: null })}
			</EmptyState>
		);
	}
	if (work.counts.all > 0) {
		return (
			<EmptyState title={query.span === "overdue" ? "Nothing is overdue" : "Nothing is due then"}>
				{show("Show everything that is open", { span: "all" })}
			</EmptyState>
		);
	}
	return (
		<EmptyState
			title={work.decisions.total + work.checkIns.total > 0 ? "Nothing else waits for you" : "Nothing waits for you"}
		>
			What is assigned to you, or to your role and nobody in person, appears here automatically.{" "}
			<Link href={portfolioPath}>Look at the portfolio</Link>, or choose whose work to see above.
		</EmptyState>
	);
}
