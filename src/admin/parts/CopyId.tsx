"use client";

import { useState } from "react";
import "./parts.css";

/** An id, shortened, that a click copies whole. */
export function CopyId({ id, label = "id" }: { id: string; label?: string }) {
	const [isCopied, setCopied] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(id);
		setCopied(true);
		setTimeout(() => setCopied(false), 1500);
	};
	return (
		<button type="button" className="kt-copy" title={`Copy ${label}: ${id}`} onClick={copy}>
			<code>{id.length > 20 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id}</code>
			<span aria-live="polite">{isCopied ? "copied" : "copy"}</span>
		</button>
	);
}
