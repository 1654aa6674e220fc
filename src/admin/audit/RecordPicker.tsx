"use client";

import { useEffect, useId, useRef, useState } from "react";
import { callApi } from "../parts/callApi";

type Found = { id: string; name: string };
type Props = { label: string; collection: "casinos"; value: string; onChange: (id: string) => void };

const SEARCH_AFTER_MS = 200;

/** Chooses a record by its name; the value is its id, empty for any. What is typed and not chosen holds the form up. */
export function RecordPicker({ label, collection, value, onChange }: Props) {
	const listId = useId();
	const input = useRef<HTMLInputElement>(null);
	const choose = useRef(onChange);
	choose.current = onChange;
	/** Null until somebody types: then the name of the value is shown. */
	const [typed, setTyped] = useState<string | null>(null);
	const name = useName(collection, value);
	const found = useSearch(collection, typed ?? "");
	const wanted = typed?.trim().toLowerCase();
	const match = found.find((each) => each.name.toLowerCase() === wanted)?.id ?? "";
	useEffect(() => {
		if (wanted !== undefined) choose.current(match);
	}, [wanted, match]);
	const isOpen = Boolean(wanted) && match === "";
	useEffect(() => input.current?.setCustomValidity(isOpen ? "Choose one from the list." : ""), [isOpen]);
	return (
		<label>
			{label}
			<input
				ref={input}
				className="kt-input"
				list={listId}
				placeholder="any"
				value={typed ?? name}
				onChange={({ target }) => setTyped(target.value)}
			/>
			<datalist id={listId}>
				{found.map((each) => (
					<option key={each.id} value={each.name} />
				))}
			</datalist>
		</label>
	);
}

function useName(collection: string, id: string): string {
	const [name, setName] = useState("");
	useEffect(() => {
		if (id === "") return setName("");
		let isCurrent = true;
		callApi<Found>(`/${collection}/${id}?depth=0`).then(
			(record) => isCurrent && setName(record.name),
			() => isCurrent && setName(id),
		);
		return () => {
			isCurrent = false;
		};
	}, [collection, id]);
	return name;
}

function useSearch(collection: string, text: string): Found[] {
	const [found, setFound] = useState<Found[]>([]);
	useEffect(() => {
		if (text.trim() === "") return setFound([]);
		const stopping = new AbortController();
		const timer = setTimeout(async () => {
			const where = `where[name][like]=${encodeURIComponent(text.trim())}`;
			const path = `/${collection}?${where}&limit=8&depth=0&pagination=false&sort=name`;
			const { docs } = await callApi<{ docs: Found[] }>(path, { signal: stopping.signal }).catch(() => ({ docs: [] }));
			if (!stopping.signal.aborted) setFound(docs);
		}, SEARCH_AFTER_MS);
		return () => {
			stopping.abort();
			clearTimeout(timer);
		};
	}, [collection, text]);
	return found;
}
