"use client";

import { type ComponentProps, type ReactNode, useId, useState } from "react";

type Props = Omit<ComponentProps<"input">, "id"> & { label: string; hint?: ReactNode; problem?: string | null };

/** A labelled input with its hint and, in red, what is wrong with it. A password can be shown. */
export function TextField({ label, hint, problem, type = "text", ...input }: Props) {
	const id = useId();
	const [isShown, setShown] = useState(false);
	const isSecret = type === "password";
	const describedBy = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
	return (
		<div className={isSecret ? "field field--secret" : "field"}>
			<label htmlFor={id}>{label}</label>
			<div className="field__row">
				<input
					{...input}
					id={id}
					type={isSecret && isShown ? "text" : type}
					aria-invalid={problem ? true : undefined}
					aria-describedby={describedBy}
				/>
				{isSecret ? (
					<button type="button" className="field__show" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
						{isShown ? "Hide" : "Show"}
						<span className="kt-sr"> password</span>
					</button>
				) : null}
			</div>
			{hint && !problem ? (
				<p id={`${id}-hint`} className="field__hint">
					{hint}
				</p>
			) : null}
			{problem ? (
				<p id={`${id}-problem`} className="field__problem">
					{problem}
				</p>
			) : null}
		</div>
	);
}
