"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import { acceptanceWords, isAcceptanceItem } from "@/domain/acceptance";
import type { PlanAcceptance } from "@/operations/plan/onboardingPlan";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";
import { SetAcceptanceDialog } from "./SetAcceptanceDialog";

/** Whether what the contract promises can be supplied: the colour, who set it, when and why, and that a manager has seen it. */
export function AcceptanceCard() {
	const { plan, me, mayPlan } = usePlan();
	const [dialog, setDialog] = useState<"set" | "acknowledge" | null>(null);
	const [current, ...earlier] = plan.acceptances;
	if (!current && !plan.items.some(isAcceptanceItem)) return null;
	const isOver = plan.status === "completed" || plan.status === "cancelled";
	const isUnseen = current !== undefined && current.colour !== "green" && current.acknowledgedAt === null;
	const mayAcknowledge = me.role === "manager" || plan.people.manager?.id === me.id;
	const close = () => setDialog(null);
	const button = { type: "button", size: "small", margin: false, buttonStyle: "secondary" } as const;
	return (
		<RailCard title="Acceptance" fact={current ? <StatusBadge status={current.colour} /> : null}>
			{current ? <Setting setting={current} /> : <p className="kt-muted">Not set yet.</p>}
			{isUnseen && !mayAcknowledge ? <p className="kt-muted">No manager has acknowledged it yet.</p> : null}
			{isUnseen && mayAcknowledge && !isOver ? (
				<Button {...button} onClick={() => setDialog("acknowledge")}>
					Acknowledge acceptance
				</Button>
			) : null}
			{mayPlan && !isOver ? (
				<Button {...button} onClick={() => setDialog("set")}>
					Set acceptance
				</Button>
			) : null}
			{earlier.length > 0 ? (
				<details>
					<summary>Earlier</summary>
					{earlier.map((setting) => (
						<Setting key={setting.id} setting={setting} />
					))}
				</details>
			) : null}
			{dialog === "set" ? <SetAcceptanceDialog onClose={close} /> : null}
			{dialog === "acknowledge" && current ? <AcknowledgeDialog setting={current} onClose={close} /> : null}
		</RailCard>
	);
}

function Setting({ setting }: { setting: PlanAcceptance }) {
	const { colour, reason, setBy, setAt, acknowledgedBy, acknowledgedAt, nextAction } = setting;
	return (
		<div>
			<p>
				<strong>{acceptanceWords[colour]}.</strong> {reason}
			</p>
			<p className="kt-muted">
				Set by {setBy?.name ?? "the system"} <RelativeTime at={setAt} />
			</p>
			{acknowledgedAt ? (
				<p className="kt-muted">
					Acknowledged by {acknowledgedBy?.name ?? "a manager"} <RelativeTime at={acknowledgedAt} />
					{nextAction ? `: ${nextAction}` : null}
				</p>
			) : null}
		</div>
	);
}

function AcknowledgeDialog({ setting, onClose }: { setting: PlanAcceptance; onClose(): void }) {
	const { plan, readAgain } = usePlan();
	return (
		<ReasonDialog
			title="Acknowledge the acceptance"
			verb="Acknowledge"
			busyVerb="Saving…"
			says={<p>{acceptanceWords[setting.colour]}. Say what is done, by whom and until when.</p>}
			label="Next action"
			onClose={onClose}
			onAct={async (nextAction) => {
				await callApi(`/onboardings/${plan.onboardingId}/acceptance/acknowledge`, {
					body: { acceptance: setting.id, nextAction },
				});
				toast.success("Acknowledged.");
				await readAgain();
			}}
		/>
	);
}
