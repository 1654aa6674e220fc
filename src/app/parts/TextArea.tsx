"use client";

import { type ComponentProps, useId } from "react";

type Props = Omit<ComponentProps<"textarea">, "id"> & { label: string; hint?: string; problem?: string | null };

/** A labelled field for more than a line, with its hint or, in red, what is wrong with it. */
export function TextArea({ label, hint, problem, ...input }: Props) {
	const id = useId();
	const note = problem ?? hint;
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<textarea
				rows={3}
				maxLength={2000}
				{...input}
				id={id}
				aria-invalid={problem ? true : undefined}
				aria-describedby={note ? `${id}-note` : undefined}
			/>
			{note ? (
				<p id={`${id}-note`} className={problem ? "field__problem" : "field__hint"}>
					{note}
				</p>
			) : null}
		</div>
	);
}
