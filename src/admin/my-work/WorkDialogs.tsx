"use client";

import { GiveDialog } from "./GiveDialog";
import { KeysDialog } from "./KeysDialog";
import type { Asked } from "./MyWork";
import { ProofDialog } from "./ProofDialog";
import { PutOffDialog } from "./PutOffDialog";
import type { Selection } from "./useSelection";
import type { useWork } from "./useWork";

export type WorkDialogName = "tick" | "snooze" | "assign" | "help";
export type WorkDialogProps = {
	asked: Asked;
	state: ReturnType<typeof useWork>;
	selection: Selection;
	onClose(): void;
};

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

/** “Send the invoice”, or “3 items”. */
export const nameItems = ({ items }: Asked) => (items.length === 1 ? items[0]?.title : `${items.length} items`);
