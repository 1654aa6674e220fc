"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { endOfDay } from "../parts/endOfDay";
import { sayDay } from "../parts/sayTime";
import { usePlan } from "./planContext";

/** Puts an item off to another date, with the reason; or back to the date of the plan. */
export function SnoozeDialog({ item, onClose }: { item: PlanItemView; onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const { timezone } = plan.casino;
	const [day, setDay] = useState("");
	const [reason, setReason] = useState("");
	const isBack = item.snoozedTo !== null && day === "";
	const snooze = async () => {
		const until = isBack ? null : endOfDay(day, timezone);
		await callApi(`/checklist-items/${item.id}/snooze`, { body: { until, reason } });
		toast.success(isBack ? "It is due by the plan again." : `Put off to ${sayDay(day)}.`);
		await readAgain();
	};
	return (
		<ActDialog
			title={`Put off: ${item.title}`}
			verb={isBack ? "Take back to the plan" : "Put off"}
			busyVerb="Saving…"
			isReady={isReason(reason) && (isBack || day !== "")}
			onClose={onClose}
			onAct={snooze}
		>
			{({ fields }) => (
				<>
					<p>
						{item.dueAt ? `Due ${sayDay(item.dueAt, timezone)}. ` : ""}Dates that hang on it move along, and the go-live
						is expected anew.
					</p>
					<DialogField
						label="Until"
						type="date"
						value={day}
						onChange={setDay}
						problem={fields.until}
						hint={
							item.snoozedTo
								? `Put off to ${sayDay(item.snoozedTo, timezone)}. Left empty, the plan's date counts.`
								: undefined
						}
						hasFocus
					/>
					<DialogField label="Reason" type="textarea" value={reason} onChange={setReason} problem={fields.reason} />
				</>
			)}
		</ActDialog>
	);
}
