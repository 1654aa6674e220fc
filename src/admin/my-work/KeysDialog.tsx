"use client";

import { Button } from "@payloadcms/ui";
import { useEffect, useRef } from "react";
import "../parts/dialog.css";

const keys: [string[], string][] = [
	[["j", "↓"], "the next item"],
	[["k", "↑"], "the one before"],
	[["Space", "x"], "choose it"],
	[["t"], "tick it, or all that are chosen"],
	[["s"], "put it off"],
	[["a"], "give it to somebody"],
	[["Enter"], "open its onboarding"],
	[["Esc"], "choose none"],
	[["?"], "these keys"],
];

/** What the keys do while an item has the focus. */
export function KeysDialog({ onClose }: { onClose(): void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const opened = dialog.current;
		opened?.showModal();
		return () => opened?.close();
	}, []);
	return (
		<dialog ref={dialog} className="kt-dialog" aria-labelledby="kt-keys" onCancel={onClose}>
			<h3 id="kt-keys">Keys</h3>
			<p>While an item has the focus: Tab goes to the list, the arrows go through it.</p>
			<dl className="kt-work__keys">
				{keys.map(([names, what]) => (
					<div key={what}>
						<dt>
							{names.map((name) => (
								<kbd key={name}>{name}</kbd>
							))}
						</dt>
						<dd>{what}</dd>
					</div>
				))}
			</dl>
			<div className="kt-dialog__buttons">
				<Button type="button" size="medium" margin={false} onClick={onClose}>
					Close
				</Button>
			</div>
		</dialog>
	);
}
