"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { endOfDay } from "../parts/endOfDay";
import { usePlan } from "./planContext";

type Props = { item: PlanItemView; onClose(): void };

/** Asks a second person to let an exit criterion be, for a time and with a reason. */
export function WaiveDialog({ item, onClose }: Props) {
	const { plan, readAgain } = usePlan();
	const [reason, setReason] = useState("");
	const [day, setDay] = useState("");
	const waive = async () => {
		const expiresAt = endOfDay(day, plan.casino.timezone);
		await callApi(`/checklist-items/${item.id}/waiver`, { body: { reason, expiresAt } });
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
					<p>The phase may close without it once a second person agrees. When the waiver ends it counts again.</p>
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

/** The second person's answer to a waiver. */
export function DecideWaiverDialog({ item, onClose }: Props) {
	const { readAgain } = usePlan();
	const [decision, setDecision] = useState<"approve" | "reject">("approve");
	const [reason, setReason] = useState("");
	const decide = async () => {
		await callApi(`/decisions/${item.waiver?.id}/decide`, { body: { decision, reason } });
		toast.success(decision === "approve" ? "The waiver stands." : "The waiver is rejected.");
		await readAgain();
	};
	return (
		<ActDialog
			title={`Waiver: ${item.title}`}
			verb={decision === "approve" ? "Agree" : "Reject"}
			busyVerb="Saving…"
			isDangerous={decision === "reject"}
			isReady={isReason(reason)}
			onClose={onClose}
			onAct={decide}
		>
			{({ fields }) => (
				<>
					<p>
						{item.waiver?.requestedBy?.name ?? "Somebody"} asks: {item.waiver?.reason}
					</p>
					<DialogField
						label="Answer"
						type="select"
						value={decision}
						onChange={(value) => setDecision(value === "reject" ? "reject" : "approve")}
						options={[
							{ value: "approve", label: "Agree: the criterion is waived" },
							{ value: "reject", label: "Reject: it has to hold" },
						]}
						problem={fields.decision}
					/>
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
