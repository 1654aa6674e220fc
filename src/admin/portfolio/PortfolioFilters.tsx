"use client";

import { useId } from "react";
import { hasFilters, nobody, type PortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { waitedFor } from "@/domain/waitingOn";
import type { PortfolioChoices } from "@/operations/portfolio/portfolioRow";
import { whoWords } from "../live/whoWords";
import { SearchField } from "../parts/SearchField";

type Props = { query: PortfolioQuery; choices: PortfolioChoices; onChange(part: Partial<PortfolioQuery>): void };
type Option = { value: string; label: string };

const none: Partial<PortfolioQuery> = {
	...{ text: null, playbook: null, phase: null, status: "open", health: null },
	...{ waiting: null, lead: null, manager: null, isLate: false },
};
const statuses: Option[] = [
	{ value: "open", label: "Open" },
	{ value: "on_hold", label: "On hold" },
	{ value: "completed", label: "Completed" },
	{ value: "cancelled", label: "Cancelled" },
	{ value: "any", label: "Every status" },
];
const healths: Option[] = [
	{ value: "red", label: "Red" },
	{ value: "yellow", label: "Yellow" },
	{ value: "green", label: "Green" },
];
const waiting: Option[] = waitedFor.map((who) => ({ value: who, label: whoWords[who] }));

/** What is left of the portfolio. Each choice is in the address at once. */
export function PortfolioFilters({ query, choices, onChange }: Props) {
	return (
		<search className="kt-narrow">
			<SearchField
				label="Search"
				placeholder="Customer, onboarding or lead"
				value={query.text}
				onChange={(text) => onChange({ text })}
			/>
			<Select
				label="Playbook"
				value={query.playbook}
				options={choices.playbooks}
				onChange={(playbook) => onChange({ playbook, phase: null })}
			/>
			<Select
				label="Phase"
				value={query.phase}
				options={phasesOf(choices, query.playbook)}
				onChange={(phase) => onChange({ phase })}
			/>
			<Select
				label="Status"
				value={query.status}
				options={statuses}
				isFixed
				onChange={(status) => onChange({ status: (status ?? "open") as PortfolioQuery["status"] })}
			/>
			<Select
				label="Health"
				value={query.health}
				options={healths}
				onChange={(health) => onChange({ health: health as PortfolioQuery["health"] })}
			/>
			<Select
				label="Waiting on"
				value={query.waiting}
				options={waiting}
				onChange={(value) => onChange({ waiting: value as PortfolioQuery["waiting"] })}
			/>
			<Select
				label="Manager"
				value={query.manager}
				options={[{ value: nobody, label: "Nobody yet" }, ...choices.managers]}
				onChange={(manager) => onChange({ manager })}
			/>
			<Select
				label="Operations lead"
				value={query.lead}
				options={choices.leads}
				more={choices.moreLeads > 0 ? `And ${choices.moreLeads} more: search for the name` : undefined}
				onChange={(lead) => onChange({ lead })}
			/>
			<label className="kt-narrow__check">
				<input type="checkbox" checked={query.isLate} onChange={({ target }) => onChange({ isLate: target.checked })} />
				Later than promised
			</label>
			{hasFilters(query) ? (
				<button type="button" className="kt-quiet-button" onClick={() => onChange(none)}>
					Clear filters
				</button>
			) : null}
		</search>
	);
}

/** Phases by name: where several playbooks have one of the same key, it is offered once. */
function phasesOf({ phases, playbooks }: PortfolioChoices, playbook: string | null): Option[] {
	const own = phases.filter((phase) => playbook === null || phase.playbook === playbook);
	const known = new Map<string, Option>();
	for (const phase of own) {
		const name = playbooks.find(({ value }) => value === phase.playbook)?.label;
		const label = playbook === null && playbooks.length > 1 ? `${phase.label} (${name ?? "other"})` : phase.label;
		const same = known.get(phase.value);
		known.set(phase.value, { value: phase.value, label: same ? `${phase.label} (several playbooks)` : label });
	}
	return [...known.values()];
}

function Select(props: {
	label: string;
	value: string | null;
	options: readonly Option[];
	isFixed?: boolean;
	/** What else there is, and how it is found. */
	more?: string | undefined;
	onChange(value: string | null): void;
}) {
	const { label, value, options, isFixed, more, onChange } = props;
	const id = useId();
	// What the address asks for stands in the list, though nobody would be offered it now.
	const isUnknown = value !== null && !options.some((option) => option.value === value);
	return (
		<div className="kt-narrow__field" data-set={value !== null && !(isFixed && value === "open")}>
			<label htmlFor={id}>{label}</label>
			<select
				id={id}
				className="kt-input"
				value={value ?? ""}
				onChange={({ target }) => onChange(target.value || null)}
			>
				{isFixed ? null : <option value="">Any</option>}
				{isUnknown ? <option value={value}>{value}</option> : null}
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
				{more ? <option disabled>{more}</option> : null}
			</select>
		</div>
	);
}
