"use client";

import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { AssignDialog } from "./AssignDialog";
import { NoteDialog } from "./NoteDialog";
import type { ItemDialogName } from "./planContext";
import { ReopenDialog } from "./ReopenDialog";
import { SnoozeDialog } from "./SnoozeDialog";
import { TickDialog } from "./TickDialog";
import { WaiveDialog } from "./WaiveDialog";

type Props = { name: ItemDialogName; item: PlanItemView; onClose(): void; onTicked(item: PlanItemView): void };

/** The dialog that was asked for, about one item. */
export function ItemDialog({ name, item, onClose, onTicked }: Props) {
	switch (name) {
		case "tick":
			return <TickDialog item={item} onClose={onClose} onTicked={onTicked} />;
		case "reopen":
			return <ReopenDialog item={item} onClose={onClose} />;
		case "snooze":
			return <SnoozeDialog item={item} onClose={onClose} />;
		case "assign":
			return <AssignDialog item={item} onClose={onClose} />;
		case "note":
			return <NoteDialog item={item} onClose={onClose} />;
		case "waive":
			return <WaiveDialog item={item} onClose={onClose} />;
	}
}
