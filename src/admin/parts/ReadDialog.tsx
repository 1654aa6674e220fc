"use client";

import { type ReactNode, type SyntheticEvent, useId } from "react";
import { useModalDialog } from "./useModalDialog";
import "./dialog.css";
import "./read.css";

type Props = {
	title: string;
	onClose(): void;
	/** What can be done with what was read; stays in sight while one reads. */
	buttons: ReactNode;
	children: ReactNode;
};

/** Something longer to read, wide enough for it, with what can be done next always in sight. */
export function ReadDialog({ title, onClose, buttons, children }: Props) {
	const dialog = useModalDialog();
	const titleId = useId();
	const onCancel = (event: SyntheticEvent) => {
		event.preventDefault();
		onClose();
	};
	return (
		<dialog ref={dialog} className="kt-dialog kt-read" aria-labelledby={titleId} onCancel={onCancel}>
			<h3 id={titleId}>{title}</h3>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by the keyboard too */}
			<section className="kt-read__body" aria-label={title} tabIndex={0}>
				{children}
			</section>
			<div className="kt-dialog__buttons">{buttons}</div>
		</dialog>
	);
}
