"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView, PlanPhaseView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { usePlan } from "./planContext";

type Props = { phase: PlanPhaseView; criteria: readonly PlanItemView[]; items: readonly PlanItemView[] };

/** Closing a phase: what it still needs, or what goes on beside the next one. */
export function ClosePhase({ phase, criteria, items }: Props) {
	const { mayPlan, plan } = usePlan();
	const [isAsking, setAsking] = useState(false);
	if (phase.status !== "active" || plan.status !== "open") return null;
	const unmet = criteria.filter(({ status }) => !isSettled(status));
	const isLast = plan.phases.every(({ id, status }) => id === phase.id || status === "closed");
	const missing = isLast ? (plan.definitionOfDone ?? []).filter(({ done }) => !done).length : 0;
	const isBlocked = unmet.length + missing > 0;
	return (
		<div className="kt-close">
			<p>
				{unmet.length > 0
					? `Closes when ${unmet.length === 1 ? "one more criterion holds" : `${unmet.length} more criteria hold`}, or a waiver stands for it.`
					: missing > 0
						? `Every criterion holds. The onboarding is completed with it: ${missing === 1 ? "one line" : `${missing} lines`} of the definition of done still missing.`
						: "Every criterion holds."}
			</p>
			{mayPlan ? (
				<Button
					type="button"
					size="small"
					margin={false}
					buttonStyle={isBlocked ? "secondary" : "primary"}
					disabled={isBlocked}
					onClick={() => setAsking(true)}
				>
					Close phase
				</Button>
			) : null}
			{isAsking ? <CloseDialog phase={phase} items={items} onClose={() => setAsking(false)} /> : null}
		</div>
	);
}

function CloseDialog({ phase, items, onClose }: Pick<Props, "phase" | "items"> & { onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const open = items.filter(({ status }) => !isSettled(status));
	const close = async () => {
		await callApi(`/onboardings/${plan.onboardingId}/close-phase`, { body: { phase: phase.key } });
		toast.success(`“${phase.name}” is closed.`);
		await readAgain();
	};
	return (
		<ActDialog
			title={`Close “${phase.name}”`}
			verb="Close the phase"
			busyVerb="Closing…"
			isReady
			onClose={onClose}
			onAct={close}
		>
			{() =>
				open.length > 0 ? (
					<>
						<p>
							The next phase begins. {open.length === 1 ? "One item is" : `${open.length} items are`} still open and go
							on beside it:
						</p>
						<ul className="kt-close__open">
							{open.map(({ id, title }) => (
								<li key={id}>{title}</li>
							))}
						</ul>
					</>
				) : (
					<p>Everything in it is settled. The next phase begins.</p>
				)
			}
		</ActDialog>
	);
}
