"use client";

import { useId, useState } from "react";
import { ApiFailure, callApi } from "@/admin/parts/callApi";
import { uploadFile } from "@/admin/plan/uploadFile";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { SubmitButton } from "../../../parts/SubmitButton";
import { TextField } from "../../../parts/TextField";
import { useSubmit } from "../../../parts/useSubmit";
import { sayVerb } from "./sayVerb";

type Props = { item: PlanItemView; casinoId: string; onSaved(what: string): void; onClose(): void };
type Answer = { choice: string; text: string; file: File | null };

/** Takes what an item asks for, and says that it is done. */
export function ItemForm({ item, casinoId, onSaved, onClose }: Props) {
	const [answer, setAnswer] = useState<Answer>({ choice: "", text: "", file: null });
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		if (item.evidence === "file" && !answer.file) throw missing("file", "Choose the file.");
		const file = answer.file ? await uploadFile({ file: answer.file, casino: casinoId, alt: item.title }) : null;
		await callApi(`/checklist-items/${item.id}/tick`, { body: bodyOf(item, answer, file) });
		onSaved(`“${item.title}” is done.`);
		return "stay";
	});
	const problems = problem?.fields ?? {};
	return (
		<form ref={form} className="form todo__form" onSubmit={submit} noValidate aria-label={item.title}>
			{item.guidance ? <p>{item.guidance}</p> : null}
			{item.kind === "decision" ? (
				<Choices
					choices={item.choices}
					chosen={answer.choice}
					problem={problems.choice}
					onChoose={(choice) => setAnswer({ ...answer, choice })}
				/>
			) : null}
			<Proof item={item} answer={answer} problems={problems} onChange={setAnswer} />
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<div className="buttons">
				<SubmitButton isBusy={isBusy} busy="Saving…">
					{sayVerb(item)}
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={onClose}>
					Not now
				</button>
			</div>
		</form>
	);
}

const missing = (field: string, message: string) => new ApiFailure(message, 400, null, { [field]: message });

function bodyOf(item: PlanItemView, { choice, text }: Answer, file: string | null) {
	const given = text.trim() || undefined;
	return {
		...(item.kind === "decision" && choice ? { choice } : {}),
		...(file ? { file } : {}),
		...(item.evidence === "link" ? { link: given } : {}),
		...(item.evidence === "value" ? { value: given } : {}),
		...(item.evidence === "signature" ? { signedName: given } : {}),
	};
}

const fields = {
	link: { name: "link", label: "Address of the page", hint: "Beginning with https://.", type: "url" },
	value: { name: "value", label: "Your answer", hint: undefined, type: "text" },
	signature: {
		name: "signedName",
		label: "Your full name",
		hint: "Your name, your account and the moment are kept as your signature.",
		type: "text",
	},
} as const;

type ProofProps = {
	item: PlanItemView;
	answer: Answer;
	problems: Readonly<Record<string, string>>;
	onChange(answer: Answer): void;
};

function Proof({ item: { evidence }, answer, problems, onChange }: ProofProps) {
	const id = useId();
	if (evidence === "none") return null;
	if (evidence === "file") {
		return (
			<div className="field">
				<label htmlFor={id}>File</label>
				<input
					id={id}
					type="file"
					accept=".pdf,.png,.jpg,.jpeg,.webp,.csv,.txt,.docx,.xlsx"
					aria-invalid={problems.file ? true : undefined}
					aria-describedby={`${id}-note`}
					onChange={({ target }) => onChange({ ...answer, file: target.files?.[0] ?? null })}
				/>
				<p id={`${id}-note`} className={problems.file ? "field__problem" : "field__hint"}>
					{problems.file ?? "A PDF, a photo or a spreadsheet."}
				</p>
			</div>
		);
	}
	const { name, label, hint, type } = fields[evidence];
	return (
		<TextField
			label={label}
			hint={hint}
			type={type}
			value={answer.text}
			problem={problems[name]}
			onChange={({ target }) => onChange({ ...answer, text: target.value })}
			autoComplete={evidence === "signature" ? "name" : "off"}
		/>
	);
}

function Choices(props: { choices: string[]; chosen: string; problem?: string; onChoose(choice: string): void }) {
	const name = useId();
	return (
		<fieldset className="choices" aria-invalid={props.problem ? true : undefined}>
			<legend>Your choice</legend>
			{props.choices.map((choice) => (
				<label key={choice}>
					<input type="radio" name={name} checked={props.chosen === choice} onChange={() => props.onChoose(choice)} />
					<span>{choice.replaceAll("_", " ")}</span>
				</label>
			))}
			{props.problem ? <p className="field__problem">{props.problem}</p> : null}
		</fieldset>
	);
}
