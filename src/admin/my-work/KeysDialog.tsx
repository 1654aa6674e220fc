"use client";

import { Button } from "@payloadcms/ui";
import { useModalDialog } from "../parts/useModalDialog";
import "../parts/dialog.css";

const keys: [string[], string][] = [
	[["j", "↓"], "the next item"],
	[["k", "↑"], "the one before"],
	[["Space", "x"], "choose it"],
	[["t"], "tick it, or all that are chosen"],
	[["s"], "put it off"],
	[["a"], "assign it"],
	[["Enter"], "open its onboarding"],
	[["Esc"], "choose none"],
	[["?"], "these keys"],
];

/** What the keys do while an item has the focus. */
export function KeysDialog({ onClose }: { onClose(): void }) {
	const dialog = useModalDialog({ onClose });
	return (
		<dialog {...dialog} className="kt-dialog" aria-labelledby="kt-keys">
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
