"use client";

import { useRouter } from "next/navigation";
import { useId, useTransition } from "react";
import { printReportQuery, type ReportQuery } from "@/domain/portfolio/reportQuery";
import type { Choice } from "@/operations/portfolio/portfolioRow";
import { reportsPath } from "../parts/adminPath";

/** Which months, and of which playbook. */
export function ReportFilters({ query, choices }: { query: ReportQuery; choices: Choice[] }) {
	const router = useRouter();
	const [isBusy, startTransition] = useTransition();
	const id = useId();
	const go = (part: Partial<ReportQuery>) =>
		startTransition(() =>
			router.replace(`${reportsPath}?${printReportQuery({ ...query, ...part })}`, { scroll: false }),
		);
	return (
		<search className="kt-narrow kt-report__filters" aria-busy={isBusy}>
			<MonthField label="From" value={query.from} most={query.to} onChange={(from) => go({ from })} />
			<MonthField label="To" value={query.to} least={query.from} onChange={(to) => go({ to })} />
			<div className="kt-narrow__field" data-set={query.playbook !== null}>
				<label htmlFor={id}>Playbook</label>
				<select
					id={id}
					className="kt-input"
					value={query.playbook ?? ""}
					onChange={({ target }) => go({ playbook: target.value || null })}
				>
					<option value="">All</option>
					{choices.map(({ value, label }) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</select>
			</div>
		</search>
	);
}

function MonthField(props: {
	label: string;
	value: string;
	least?: string;
	most?: string;
	onChange(month: string): void;
}) {
	const { label, value, least, most, onChange } = props;
	const id = useId();
	return (
		<div className="kt-narrow__field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				type="month"
				className="kt-input"
				defaultValue={value}
				min={least}
				max={most}
				onChange={({ target }) => {
					if (/^20\d\d-\d\d$/.test(target.value)) onChange(target.value);
				}}
			/>
		</div>
	);
}
