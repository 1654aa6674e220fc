"use client";

import { Button, useListQuery } from "@payloadcms/ui";
import { type FormEvent, useEffect, useState } from "react";
import { allSlugs } from "@/slugs";
import { sayFailure } from "../parts/callApi";
import { type AuditQuery, fromWhere, noFilter, toWhere } from "./auditWhere";
import { findActor } from "./findActor";
import { RecordPicker } from "./RecordPicker";

/** Filters of the record: customer, person, record, time. They stay in the address. */
export function AuditFilters() {
	const { query, handleWhereChange } = useListQuery();
	const applied = fromWhere(query.where).query;
	const [draft, setDraft] = useState<AuditQuery>(applied);
	const [cleared, setCleared] = useState(0);
	const [problem, setProblem] = useState<string | null>(null);
	const appliedKey = JSON.stringify(applied);
	useEffect(() => setDraft(JSON.parse(appliedKey) as AuditQuery), [appliedKey]);
	const set = (part: Partial<AuditQuery>) => setDraft((before) => ({ ...before, ...part }));
	const apply = async (submission: FormEvent) => {
		submission.preventDefault();
		setProblem(null);
		try {
			await handleWhereChange?.(toWhere({ ...draft, actor: await findActor(draft.actor) }));
		} catch (error) {
			setProblem(sayFailure(error, "The person could not be looked up."));
		}
	};
	const clear = async () => {
		setProblem(null);
		setDraft(noFilter);
		setCleared((times) => times + 1);
		await handleWhereChange?.({});
	};
	return (
		<form className="kt-filters" onSubmit={apply}>
			<RecordPicker
				key={`${appliedKey}${cleared}`}
				label="Customer"
				collection="casinos"
				value={draft.casino}
				onChange={(casino) => set({ casino })}
			/>
			<label>
				Person
				<input
					className="kt-input"
					placeholder="E-mail, or system:…"
					value={draft.actor}
					aria-invalid={problem !== null}
					aria-describedby="kt-filter-problem"
					onChange={({ target }) => set({ actor: target.value })}
				/>
			</label>
			<label>
				Records of
				<select
					className="kt-input"
					value={draft.collection}
					onChange={({ target }) => set({ collection: target.value })}
				>
					<option value="">every kind</option>
					{allSlugs.map((name) => (
						<option key={name} value={name}>
							{name.replaceAll("-", " ")}
						</option>
					))}
				</select>
			</label>
			<label>
				Record id
				<input
					className="kt-input"
					value={draft.document}
					onChange={({ target }) => set({ document: target.value.trim() })}
				/>
			</label>
			<label>
				From
				<input
					className="kt-input"
					type="date"
					value={draft.from}
					max={draft.to || undefined}
					onChange={({ target }) => set({ from: target.value })}
				/>
			</label>
			<label>
				To
				<input
					className="kt-input"
					type="date"
					value={draft.to}
					min={draft.from || undefined}
					onChange={({ target }) => set({ to: target.value })}
				/>
			</label>
			<div className="kt-filters__buttons">
				<Button type="submit" size="small">
					Filter
				</Button>
				<Button size="small" buttonStyle="secondary" onClick={clear}>
					Clear
				</Button>
			</div>
			<p id="kt-filter-problem" className="kt-problem" role="alert">
				{problem}
			</p>
		</form>
	);
}
