"use client";

import { useId } from "react";
import type { EvidenceKind } from "@/domain/playbook/content";
import { TextArea } from "../../../parts/TextArea";
import { TextField } from "../../../parts/TextField";

export type Answer = { choice: string; text: string; file: File | null };

type Props = {
	evidence: EvidenceKind;
	answer: Answer;
	problems: Readonly<Record<string, string>>;
	onChange(answer: Answer): void;
};

/** The field for what proves an item. */
export function Proof({ evidence, answer, problems, onChange }: Props) {
	const onText = (text: string) => onChange({ ...answer, text });
	const onType = ({ target }: { target: { value: string } }) => onText(target.value);
	switch (evidence) {
		case "none":
			return null;
		case "file":
			return <FileField problem={problems.file} onChoose={(file) => onChange({ ...answer, file })} />;
		case "value":
			return <TextArea label="Your answer" value={answer.text} problem={problems.value} onChange={onType} />;
		case "link":
			return (
				<TextField
					label="Address of the page"
					hint="Beginning with https://."
					type="url"
					inputMode="url"
					value={answer.text}
					problem={problems.link}
					onChange={onType}
					autoComplete="off"
				/>
			);
		case "signature":
			return (
				<TextField
					label="Your full name"
					hint="Your name, your account and the moment are kept as your signature."
					value={answer.text}
					problem={problems.signedName}
					onChange={onType}
					autoComplete="name"
				/>
			);
	}
}

function FileField({ problem, onChoose }: { problem?: string; onChoose(file: File | null): void }) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>File</label>
			<input
				id={id}
				type="file"
				accept=".pdf,.png,.jpg,.jpeg,.webp,.csv,.txt,.docx,.xlsx"
				aria-invalid={problem ? true : undefined}
				aria-describedby={`${id}-note`}
				onChange={({ target }) => onChoose(target.files?.[0] ?? null)}
			/>
			<p id={`${id}-note`} className={problem ? "field__problem" : "field__hint"}>
				{problem ?? "A PDF, a photo, a text or a spreadsheet."}
			</p>
		</div>
	);
}

/** The ways that a decision can go. */
export function Choices(props: {
	choices: readonly string[];
	chosen: string;
	problem?: string;
	onChoose(choice: string): void;
}) {
	const name = useId();
	return (
		<fieldset className="choices" aria-describedby={props.problem ? `${name}-problem` : undefined}>
			<legend>Your choice</legend>
			{props.choices.map((choice, index) => (
				<label key={choice}>
					<input
						type="radio"
						name={name}
						// The first one takes the focus when none was chosen.
						aria-invalid={props.problem && index === 0 ? true : undefined}
						checked={props.chosen === choice}
						onChange={() => props.onChoose(choice)}
					/>
					<span>{choice.replaceAll("_", " ")}</span>
				</label>
			))}
			{props.problem ? (
				<p id={`${name}-problem`} className="field__problem">
					{props.problem}
				</p>
			) : null}
		</fieldset>
	);
}
