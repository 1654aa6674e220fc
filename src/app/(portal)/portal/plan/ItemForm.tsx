"use client";

import { useEffect, useState } from "react";
import { emptyProof, sendProof } from "@/admin/plan/proof";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { SubmitButton } from "../../../parts/SubmitButton";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useSubmit } from "../../../parts/useSubmit";
import { missing } from "./missing";
import { Opinions } from "./Opinions";
import { Choices, Proof } from "./Proof";
import { useWork } from "./planWork";
import { sayVerb } from "./sayVerb";

/** Takes what an item asks for, and says that it is done. */
export function ItemForm({ item }: { item: PlanItemView }) {
	const { plan, setOpen, onSaved } = useWork();
	const [answer, setAnswer] = useState(emptyProof);
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		if (item.evidence === "file" && !answer.file) throw missing("file", "Choose the file.");
		if (item.kind === "decision" && !answer.choice) throw missing("choice", "Choose one.");
		const { wasDone } = await sendProof({ item, casinoId: plan.casino.id, proof: answer });
		onSaved(
			item.id,
			wasDone
				? `Somebody else has done “${item.title}” at the same moment. What they gave is kept: see it under “Done”.`
				: `Thank you. “${item.title}” is done.`,
		);
		return "stay";
	});
	useFirstFocus(form);
	useWarning(answer !== emptyProof && !isBusy);
	const problems = problem?.fields ?? {};
	return (
		<form ref={form} className="form todo__form" onSubmit={submit} noValidate aria-label={item.title}>
			{item.guidance ? <p>{item.guidance}</p> : null}
			<Opinions item={item} />
			{item.kind === "decision" ? (
				<Choices
					choices={item.choices}
					chosen={answer.choice}
					problem={problems.choice}
					onChoose={(choice) => setAnswer({ ...answer, choice })}
				/>
			) : null}
			<Proof evidence={item.evidence} answer={answer} problems={problems} onChange={setAnswer} />
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<div className="buttons">
				<SubmitButton isBusy={isBusy} busy={answer.file ? "Sending…" : "Saving…"}>
					{sayVerb(item)}
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={() => setOpen(null)}>
					Not now
				</button>
			</div>
		</form>
	);
}

/** Asks before what was typed is lost with the page. */
function useWarning(isNeeded: boolean): void {
	useEffect(() => {
		if (!isNeeded) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		addEventListener("beforeunload", warn);
		return () => removeEventListener("beforeunload", warn);
	}, [isNeeded]);
}
