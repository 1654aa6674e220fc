"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "./planContext";

/** The vendor's own words on an item. */
export function NoteDialog({ item, onClose }: { item: PlanItemView; onClose(): void }) {
	const { readAgain } = usePlan();
	const [note, setNote] = useState(item.note ?? "");
	const save = async () => {
		await callApi(`/checklist-items/${item.id}?depth=0`, { method: "PATCH", body: { note: note.trim() || null } });
		toast.success("Noted.");
		await readAgain();
	};
	return (
		<ActDialog
			title={`Note: ${item.title}`}
			verb="Save the note"
			busyVerb="Saving…"
			isReady={note.trim() !== (item.note ?? "")}
			onClose={onClose}
			onAct={save}
		>
			{({ fields }) => (
				<DialogField
					label="Note"
					type="textarea"
					value={note}
					onChange={setNote}
					problem={fields.note}
					hint="The customer does not see it."
					hasFocus
				/>
			)}
		</ActDialog>
	);
}
