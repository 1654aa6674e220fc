"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { usePlan } from "./planContext";

/** Asks a second person to let an exit criterion, or an item that a record shows, be: for a time and with a reason. */
export function WaiveDialog({ item, onClose }: { item: PlanItemView; onClose(): void }) {
	const { readAgain } = usePlan();
	const [reason, setReason] = useState("");
	const [day, setDay] = useState("");
	const waive = async () => {
		await callApi(`/checklist-items/${item.id}/waiver`, { body: { reason, expiresAt: day } });
		toast.success("Asked for. A second person has to agree.");
		await readAgain();
	};
	return (
		<ActDialog
			title={`Waive: ${item.title}`}
			verb="Ask for the waiver"
			busyVerb="Asking…"
			isReady={isReason(reason) && day !== ""}
			onClose={onClose}
			onAct={waive}
		>
			{({ fields }) => (
				<>
					<p>Nothing waits for it once a second person agrees. When the waiver ends it counts again.</p>
					<DialogField
						label="Reason"
						type="textarea"
						value={reason}
						onChange={setReason}
						problem={fields.reason}
						hasFocus
					/>
					<DialogField label="Until" type="date" value={day} onChange={setDay} problem={fields.expiresAt} />
				</>
			)}
		</ActDialog>
	);
}
