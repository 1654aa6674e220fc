"use client";

import { useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { SubmitButton } from "../../../parts/SubmitButton";
import { TextField } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSubmit } from "../../../parts/useSubmit";
import { useWork } from "./planWork";

/** Takes back what was said to be done, with the reason. */
export function ReopenForm({ item }: { item: PlanItemView }) {
	const { onSaved, setOpen } = useWork();
	const [reason, setReason] = useState("");
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi(`/checklist-items/${item.id}/reopen`, { body: { reason } });
		onSaved(null, `“${item.title}” is open again.`);
		return "stay";
	});
	useFirstFocus(form);
	return (
		<form ref={form} className="form todo__form" onSubmit={submit} noValidate aria-label={`Open again: ${item.title}`}>
			<p>It waits to be done again. What you gave stays on record.</p>
			<TextField
				label="Why"
				value={reason}
				problem={problem?.fields.reason}
				onChange={({ target }) => setReason(target.value)}
				autoComplete="off"
			/>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<div className="buttons">
				<SubmitButton isBusy={isBusy} busy="Opening…">
					Open it again
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={() => setOpen(null)}>
					Leave it
				</button>
			</div>
		</form>
	);
}
