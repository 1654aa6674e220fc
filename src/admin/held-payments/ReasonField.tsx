"use client";

import { useId } from "react";

/** A reason in words, as every decision needs one, with what the server said about it beside it. */
export function ReasonField(props: {
	label: string;
	value: string;
	problem: string | null;
	onChange: (value: string) => void;
}) {
	const id = useId();
	const { label, value, problem, onChange } = props;
	return (
		<div className="kt-reason">
			<label htmlFor={id}>{label}</label>
			<textarea
				id={id}
				className="kt-input"
				rows={2}
				maxLength={2000}
				required
				value={value}
				aria-invalid={problem !== null}
				aria-describedby={`${id}-problem`}
				onChange={({ target }) => onChange(target.value)}
			/>
			<p id={`${id}-problem`} className="kt-problem" role="alert">
				{problem}
			</p>
		</div>
	);
}
