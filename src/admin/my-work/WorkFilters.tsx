"use client";

import { useId } from "react";
import { vendorRoles } from "@/access/roles";
import { type MyWorkQuery, printMyWorkQuery, type WorkSpan, workSpans } from "@/domain/portfolio/myWorkQuery";
import type { MyWork } from "@/operations/portfolio/readMyWork";
import { SearchField } from "../parts/SearchField";
import { sayRoleName } from "../plan/sayRoleName";
import { sayCount } from "./sayCount";

const words: Record<WorkSpan, string> = {
	overdue: "Overdue",
	today: "Today",
	week: "Next 7 days",
	all: "Everything",
};

type Props = { query: MyWorkQuery; work: MyWork; onChange(part: Partial<MyWorkQuery>): void; onHelp(): void };

/** Until when, whose, and of which customer; how many there are. */
export function WorkFilters({ query, work, onChange, onHelp }: Props) {
	const id = useId();
	const { counts, mostCounted } = work;
	return (
		<div className="kt-work__bar">
			<fieldset className="kt-switch">
				<legend className="kt-sr">Due</legend>
				{workSpans.map((span) => (
					<button key={span} type="button" aria-pressed={span === query.span} onClick={() => onChange({ span })}>
						{words[span]} <span className="kt-work__count">{sayCount(counts[span], mostCounted)}</span>
					</button>
				))}
			</fieldset>
			<SearchField
				label="Search"
				placeholder="Customer or item"
				value={query.text}
				onChange={(text) => onChange({ text })}
			/>
			<div className="kt-narrow__field" data-set={query.whose !== "mine"}>
				<label htmlFor={id}>Whose</label>
				<select
					id={id}
					className="kt-input"
					value={query.whose}
					onChange={({ target }) => onChange({ whose: target.value })}
				>
					<option value="mine">Mine and my role’s</option>
					<option value="given">Given to me in person</option>
					{vendorRoles
						.filter((role) => role !== "auditor")
						.map((role) => (
							<option key={role} value={role}>
								Everything of {sayRoleName(role)}
							</option>
						))}
				</select>
			</div>
			<p className="kt-work__more">
				<button type="button" className="kt-quiet-button" onClick={onHelp}>
					Keys <kbd>?</kbd>
				</button>
				<a href={`/api/exports/my-work.csv?${printMyWorkQuery(query)}`} download>
					Export CSV
				</a>
			</p>
		</div>
	);
}
