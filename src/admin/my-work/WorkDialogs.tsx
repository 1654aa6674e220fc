"use client";

import { GiveDialog } from "./GiveDialog";
import { KeysDialog } from "./KeysDialog";
import { ProofDialog } from "./ProofDialog";
import { PutOffDialog } from "./PutOffDialog";
import type { WorkDialogProps } from "./workDialog";

export type WorkDialogName = "tick" | "snooze" | "assign" | "help";

/** The dialog that was asked for. */
export function WorkDialogs(props: WorkDialogProps) {
	const [only] = props.asked.items;
	switch (props.asked.dialog) {
		case "tick":
			return only ? <ProofDialog item={only} {...props} /> : null;
		case "snooze":
			return <PutOffDialog {...props} />;
		case "assign":
			return <GiveDialog {...props} />;
		case "help":
			return <KeysDialog onClose={props.onClose} />;
	}
}
