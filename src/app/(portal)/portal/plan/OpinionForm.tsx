"use client";

import { useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import type { Stance } from "@/domain/playbook/opinion";
import type { PlanItemView, PlanOpinion } from "@/operations/plan/onboardingPlan";
import { SubmitButton } from "../../../parts/SubmitButton";
import { TextArea } from "../../../parts/TextArea";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSubmit } from "../../../parts/useSubmit";
import { missing } from "./missing";
import { Choices } from "./Proof";
import { useWork } from "./planWork";

/** Takes what a consulted person thinks. */
export function OpinionForm({ item, given }: { item: PlanItemView; given: PlanOpinion | null }) {
	const { onSaved, setOpen } = useWork();
	const [stance, setStance] = useState<Stance | null>(given?.stance ?? null);
	const [words, setWords] = useState(given?.words ?? "");
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		if (!stance) throw missing("stance", "Choose one.");
		await callApi(`/checklist-items/${item.id}/opinion`, { body: { stance, words } });
		onSaved(null, `Thank you. Your opinion on “${item.title}” is recorded.`);
		return "stay";
	});
	useFirstFocus(form);
	return (
		<form ref={form} className="form todo__form" onSubmit={submit} noValidate aria-label={`Opinion: ${item.title}`}>
			{item.guidance ? <p>{item.guidance}</p> : null}
			<Choices
				choices={["agree", "concern"]}
				chosen={stance ?? ""}
				problem={problem?.fields.stance}
				onChoose={(choice) => setStance(choice as Stance)}
			/>
			<TextArea
				label={stance === "concern" ? "What concerns you" : "Comment (optional)"}
				value={words}
				problem={problem?.fields.words}
				onChange={({ target }) => setWords(target.value)}
			/>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<div className="buttons">
				<SubmitButton isBusy={isBusy} busy="Saving…">
					Save opinion
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={() => setOpen(null)}>
					Not now
				</button>
			</div>
		</form>
	);
}
