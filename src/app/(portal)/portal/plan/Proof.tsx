"use client";

import { useId } from "react";
import type { ProofInput } from "@/admin/plan/proof";
import { acceptedFiles } from "@/admin/plan/uploadFile";
import { spelled } from "@/domain/inWords";
import type { EvidenceKind } from "@/domain/playbook/content";
import { TextArea } from "../../../parts/TextArea";
import { TextField } from "../../../parts/TextField";

type Props = {
	evidence: EvidenceKind;
	answer: ProofInput;
	problems: Readonly<Record<string, string>>;
	onChange(answer: ProofInput): void;
};

/** The field for what proves an item. */
export function Proof({ evidence, answer, problems, onChange }: Props) {
	const onType =
		(field: "value" | "link" | "signedName") =>
		({ target }: { target: { value: string } }) =>
			onChange({ ...answer, [field]: target.value });
	switch (evidence) {
		case "none":
			return null;
		case "file":
			return <FileField problem={problems.file} onChoose={(file) => onChange({ ...answer, file })} />;
		case "value":
			return <TextArea label="Your answer" value={answer.value} problem={problems.value} onChange={onType("value")} />;
		case "link":
			return (
				<TextField
					label="Address of the page"
					hint="Beginning with https://."
					type="url"
					inputMode="url"
					value={answer.link}
					problem={problems.link}
					onChange={onType("link")}
					autoComplete="off"
				/>
			);
		case "signature":
			return (
				<TextField
					label="Your full name"
					hint="Your name, your account and the moment are kept as your signature."
					value={answer.signedName}
					problem={problems.signedName}
					onChange={onType("signedName")}
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
				accept={acceptedFiles}
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
					<span>{spelled(choice)}</span>
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
