"use client";

import { useEffect, useId, useRef, useState } from "react";

const WAIT_MS = 350;

/** Searches when typing pauses. What was typed is kept while the answer is on its way. */
export function SearchField(props: {
	label: string;
	placeholder: string;
	value: string | null;
	onChange(text: string | null): void;
}) {
	const { label, placeholder, value, onChange } = props;
	const id = useId();
	const [typed, setTyped] = useState(value ?? "");
	const sent = useRef(value ?? "");
	const change = useRef(onChange);
	change.current = onChange;
	useEffect(() => {
		// The address was changed by somebody else: a saved view, “clear”.
		if ((value ?? "") === sent.current) return;
		sent.current = value ?? "";
		setTyped(value ?? "");
	}, [value]);
	useEffect(() => {
		if (typed.trim() === sent.current) return;
		const timer = setTimeout(() => {
			sent.current = typed.trim();
			change.current(typed.trim() || null);
		}, WAIT_MS);
		return () => clearTimeout(timer);
	}, [typed]);
	return (
		<div className="kt-narrow__field kt-narrow__text" data-set={value !== null}>
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				type="search"
				className="kt-input"
				placeholder={placeholder}
				autoComplete="off"
				value={typed}
				onChange={({ target }) => setTyped(target.value)}
			/>
		</div>
	);
}
