"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { usePlan } from "./planContext";

/** Takes a tick back, with the reason. */
export function ReopenDialog({ item, onClose }: { item: PlanItemView; onClose(): void }) {
	const { readAgain } = usePlan();
	const [reason, setReason] = useState("");
	const reopen = async () => {
		await callApi(`/checklist-items/${item.id}/reopen`, { body: { reason } });
		toast.success(`Open again: ${item.title}`);
		await readAgain();
	};
	return (
		<ActDialog
			title={`Open again: ${item.title}`}
			verb="Open again"
			busyVerb="Opening…"
			isReady={isReason(reason)}
			onClose={onClose}
			onAct={reopen}
		>
			{({ fields }) => (
				<>
					<p>It waits to be done again. What proved it leaves the item and stands in the record.</p>
					<DialogField
						label="Reason"
						type="textarea"
						value={reason}
						onChange={setReason}
						problem={fields.reason}
						hasFocus
					/>
				</>
			)}
		</ActDialog>
	);
}
