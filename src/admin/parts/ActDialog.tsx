"use client";

import { Button } from "@payloadcms/ui";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { ApiFailure } from "./callApi";
import { useModalDialog } from "./useModalDialog";
import "./dialog.css";

/** What went wrong: in one sentence, and at the fields. */
export type ActProblem = { message: string | null; fields: Readonly<Record<string, string>> };
const noProblem: ActProblem = { message: null, fields: {} };

type Props = {
	title: string;
	/** What the button does: “Undo the run”. */
	verb: string;
	/** The verb while it happens: “Undoing…”. */
	busyVerb: string;
	isDangerous?: boolean;
	isReady: boolean;
	onAct(): Promise<void>;
	onClose(): void;
	/** What will happen, then the fields; they are told what is wrong with them. */
	children(problem: ActProblem, isBusy: boolean): ReactNode;
};

/**
 * Asks before something is done: says what will happen, takes what it needs, shows progress, and stays open with the
 * reason when it was refused. No form element: it may stand inside the record's own form.
 */
export function ActDialog({ title, verb, busyVerb, isDangerous, isReady, onAct, onClose, children }: Props) {
	const titleId = useId();
	const { problem, isBusy, act } = useAct({ isReady, onAct, onClose });
	const dialog = useModalDialog({ onClose, isBusy });
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
		// The record's form around it would be saved instead.
		event.preventDefault();
		void act();
	};
	const button = { type: "button", size: "medium", margin: false } as const;
	return (
		<dialog {...dialog} className="kt-dialog" aria-labelledby={titleId} onKeyDown={onKeyDown}>
			<h3 id={titleId}>{title}</h3>
			<div className="kt-dialog__body">{children(problem, isBusy)}</div>
			<p className="kt-dialog__problem" role="alert">
				{problem.message}
			</p>
			<div className="kt-dialog__buttons">
				<Button {...button} buttonStyle="secondary" disabled={isBusy} onClick={onClose}>
					Cancel
				</Button>
				<Button
					{...button}
					buttonStyle={isDangerous ? "error" : "primary"}
					disabled={!isReady || isBusy}
					onClick={() => void act()}
				>
					{isBusy ? busyVerb : verb}
				</Button>
			</div>
		</dialog>
	);
}

function useAct({ isReady, onAct, onClose }: Pick<Props, "isReady" | "onAct" | "onClose">) {
	const [problem, setProblem] = useState(noProblem);
	const [isBusy, setBusy] = useState(false);
	const act = async () => {
		if (!isReady || isBusy) return;
		setBusy(true);
		setProblem(noProblem);
		try {
			await onAct();
			onClose();
		} catch (error) {
			setProblem(problemOf(error));
			setBusy(false);
		}
	};
	return { problem, isBusy, act };
}

function problemOf(error: unknown): ActProblem {
	if (!(error instanceof ApiFailure)) return { message: "It could not be done. Try again.", fields: {} };
	const isAtField = Object.keys(error.fields).length > 0;
	return { message: isAtField ? null : error.message, fields: error.fields };
}
