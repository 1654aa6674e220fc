"use client";

import { useId } from "react";
import { spelled } from "@/domain/inWords";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { DialogField } from "../parts/DialogField";
import type { ProofInput } from "./proof";
import { acceptedFiles } from "./uploadFile";

type Props = {
	item: Pick<PlanItemView, "kind" | "evidence" | "choices">;
	proof: ProofInput;
	onChange(proof: ProofInput): void;
	problems: Readonly<Record<string, string>>;
};

/** What an item of this kind asks for as its proof. */
export function ProofFields({ item, proof, onChange, problems }: Props) {
	const set = (part: Partial<ProofInput>) => onChange({ ...proof, ...part });
	return (
		<>
			{item.kind === "decision" ? (
				<Choices
					choices={item.choices}
					chosen={proof.choice}
					onChoose={(choice) => set({ choice })}
					problem={problems.choice}
				/>
			) : null}
			{item.evidence === "file" ? <FileField onChoose={(file) => set({ file })} problem={problems.file} /> : null}
			{item.evidence === "link" ? (
				<DialogField
					label="Link"
					value={proof.link}
					onChange={(link) => set({ link })}
					problem={problems.link}
					hint="The address of the page that shows it, beginning with https://."
					hasFocus
				/>
			) : null}
			{item.evidence === "value" ? (
				<DialogField
					label="Value"
					value={proof.value}
					onChange={(value) => set({ value })}
					problem={problems.value}
					hint="What shows it: a number, a name, a date."
					hasFocus
				/>
			) : null}
			{item.evidence === "signature" ? (
				<DialogField
					label="Your full name"
					value={proof.signedName}
					onChange={(signedName) => set({ signedName })}
					problem={problems.signedName}
					hint="Your name, your account and the moment are kept as the signature."
					hasFocus
				/>
			) : null}
		</>
	);
}

function Choices(props: {
	choices: readonly string[];
	chosen: string;
	onChoose(choice: string): void;
	problem?: string;
}) {
	const name = useId();
	return (
		<fieldset className="kt-choices" data-wrong={props.problem !== undefined}>
			<legend>Choose</legend>
			{props.choices.map((choice) => (
				<label key={choice}>
					<input type="radio" name={name} checked={props.chosen === choice} onChange={() => props.onChoose(choice)} />
					{spelled(choice)}
				</label>
			))}
			{props.problem ? <p className="kt-problem">{props.problem}</p> : null}
		</fieldset>
	);
}

function FileField({ onChoose, problem }: { onChoose(file: File | null): void; problem?: string }) {
	const id = useId();
	return (
		<div className="kt-field" data-wrong={problem !== undefined}>
			<label htmlFor={id}>File</label>
			<input
				id={id}
				type="file"
				accept={acceptedFiles}
				aria-invalid={problem !== undefined}
				aria-describedby={`${id}-note`}
				onChange={({ target }) => onChoose(target.files?.[0] ?? null)}
			/>
			<p id={`${id}-note`} className="kt-field__note">
				{problem ?? "PDF, picture, spreadsheet or text. It is kept with the customer's files."}
			</p>
		</div>
	);
}
