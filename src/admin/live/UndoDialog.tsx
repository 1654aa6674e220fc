"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { StatusBadge } from "../parts/StatusBadge";
import { useRead } from "../parts/useRead";

type Plan = {
	casinoName: string;
	steps: { stepId: string; title: string; canUndo: boolean; what: string }[];
};

/** Lists what would be undone before it asks; confirmed by typing the casino's name. */
export function UndoDialog({ runId, onClose }: { runId: string; onClose(): void }) {
	const { read: plan, problem } = useRead<Plan>(`/provisioning-runs/${runId}/undo-plan`, "It cannot be read now.");
	const [reason, setReason] = useState("");
	const [confirm, setConfirm] = useState("");
	const isNamed = plan !== null && confirm.trim() === plan.casinoName.trim();
	return (
		<ActDialog
			title={plan ? `Undo the provisioning of ${plan.casinoName}` : "Undo the run"}
			verb="Undo the run"
			busyVerb="Undoing…"
			isDangerous
			isReady={isNamed && isReason(reason)}
			onClose={onClose}
			onAct={async () => {
				await callApi(`/provisioning-runs/${runId}/undo`, { body: { reason, confirm } });
				toast.success("The run is undone.");
			}}
		>
			{({ fields }) => (
				<>
					{plan ? (
						<PlanList plan={plan} />
					) : (
						<p className="kt-undo__loading">{problem ?? "Looking what would be undone…"}</p>
					)}
					<DialogField
						label="Reason"
						type="textarea"
						value={reason}
						onChange={setReason}
						problem={fields.reason}
						hasFocus
					/>
					<DialogField
						label={plan ? `Type ${plan.casinoName} to confirm` : "Type the name to confirm"}
						value={confirm}
						onChange={setConfirm}
						problem={fields.confirm}
					/>
				</>
			)}
		</ActDialog>
	);
}

function PlanList({ plan }: { plan: Plan }) {
	if (plan.steps.length === 0) return <p>No step has had an effect: only the run is marked as undone.</p>;
	return (
		<div>
			<p>This happens, in this order:</p>
			<ol className="kt-undo">
				{plan.steps.map((step) => (
					<li key={step.stepId}>
						<span className="kt-undo__title">{step.title}</span>
						<StatusBadge
							status={step.canUndo ? "undone" : "stays"}
							label={step.canUndo ? "Undone" : "Stays"}
							tone={step.canUndo ? "ended" : "warn"}
						/>
						<span className="kt-undo__what">{step.what}</span>
					</li>
				))}
			</ol>
		</div>
	);
}
