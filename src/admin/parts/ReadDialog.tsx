"use client";

import { type ReactNode, useId } from "react";
import { Scroll } from "./Scroll";
import { useModalDialog } from "./useModalDialog";
import "./dialog.css";
import "./read.css";

type Props = {
	title: string;
	isBusy?: boolean;
	onClose(): void;
	/** What can be done with what was read; stays in sight while one reads. */
	buttons: ReactNode;
	children: ReactNode;
};

/** Something longer to read, wide enough for it, with what can be done next always in sight. */
export function ReadDialog({ title, isBusy, onClose, buttons, children }: Props) {
	const dialog = useModalDialog({ onClose, isBusy });
	const titleId = useId();
	return (
		<dialog {...dialog} className="kt-dialog kt-read" aria-labelledby={titleId}>
			<h3 id={titleId}>{title}</h3>
			<Scroll className="kt-read__body" label={title}>
				{children}
			</Scroll>
			<div className="kt-dialog__buttons">{buttons}</div>
		</dialog>
	);
}
