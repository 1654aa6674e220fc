"use client";

import { useId } from "react";

type Props = {
	label: string;
	value: string;
	onChange(value: string): void;
	type?: "text" | "password" | "textarea" | "date" | "datetime-local" | "select";
	options?: readonly { value: string; label: string }[];
	hint?: string;
	problem?: string;
	isDisabled?: boolean;
	hasFocus?: boolean;
	inputMode?: "decimal";
	autoComplete?: "current-password" | "new-password";
};

/** One thing a dialog asks for, with its hint or with what is wrong with it. */
export function DialogField(props: Props) {
	const { label, value, onChange, type = "text", hint, problem, isDisabled, hasFocus, inputMode, autoComplete } = props;
	const id = useId();
	const common = {
		id,
		value,
		disabled: isDisabled,
		// A dialog has just been opened on purpose: its first field is where one goes on.
		autoFocus: hasFocus,
		"aria-invalid": problem !== undefined,
		"aria-describedby": `${id}-note`,
	};
	return (
		<div className="kt-field" data-wrong={problem !== undefined}>
			<label htmlFor={id}>{label}</label>
			{type === "textarea" ? (
				<textarea {...common} rows={3} maxLength={2000} onChange={({ target }) => onChange(target.value)} />
			) : type === "select" ? (
				<select {...common} onChange={({ target }) => onChange(target.value)}>
					{props.options?.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
			) : (
				<input
					{...common}
					type={type}
					inputMode={inputMode}
					autoComplete={autoComplete ?? "off"}
					onChange={({ target }) => onChange(target.value)}
				/>
			)}
			<p id={`${id}-note`} className="kt-field__note">
				{problem ?? hint}
			</p>
		</div>
	);
}

/** Whether a reason is long enough to be one. */
export const isReason = (text: string) => text.trim().length >= 3;
