"use client";

import { useEffect, useId, useState } from "react";
import { callApi } from "../parts/callApi";

type Found = { id: string; name: string };

const SEARCH_AFTER_MS = 200;

/** Chooses a record by its name; the value is its id. */
export function RecordPicker(props: {
	label: string;
	collection: "casinos";
	value: string;
	onChange: (id: string) => void;
}) {
	const { label, collection, value, onChange } = props;
	const listId = useId();
	const [text, setText] = useState("");
	const [found, setFound] = useState<Found[]>([]);
	useEffect(() => {
		if (value === "") return setText("");
		let isCurrent = true;
		callApi<Found>(`/${collection}/${value}?depth=0`).then(
			({ name }) => isCurrent && setText(name),
			() => isCurrent && setText(value),
		);
		return () => {
			isCurrent = false;
		};
	}, [collection, value]);
	useEffect(() => {
		const stopping = new AbortController();
		const timer = setTimeout(async () => {
			const path = `/${collection}?where[name][like]=${encodeURIComponent(text)}&limit=8&depth=0&pagination=false&sort=name`;
			const { docs } = await callApi<{ docs: Found[] }>(path, { signal: stopping.signal }).catch(() => ({ docs: [] }));
			if (!stopping.signal.aborted) setFound(docs);
		}, SEARCH_AFTER_MS);
		return () => {
			stopping.abort();
			clearTimeout(timer);
		};
	}, [collection, text]);
	const type = (typed: string) => {
		setText(typed);
		const match = found.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
		if (match) onChange(match.id);
		else if (typed === "") onChange("");
	};
	return (
		<label>
			{label}
			<input
				className="kt-input"
				list={listId}
				placeholder="any"
				value={text}
				onChange={({ target }) => type(target.value)}
			/>
			<datalist id={listId}>
				{found.map(({ id, name }) => (
					<option key={id} value={name} />
				))}
			</datalist>
		</label>
	);
}
