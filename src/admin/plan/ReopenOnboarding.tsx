"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { usePlan } from "./planContext";

/** A completed onboarding is closed to changes; whoever runs onboardings may open it again, with a reason. */
export function ReopenOnboarding() {
	const { plan, mayPlan, readAgain } = usePlan();
	const [isAsking, setAsking] = useState(false);
	if (plan.status !== "completed" || !mayPlan) return null;
	const reopen = async (reason: string) => {
		await callApi(`/onboardings/${plan.onboardingId}/reopen`, { body: { reason } });
		toast.success("The onboarding is open again, in its last phase.");
		await readAgain();
	};
	return (
		<>
			<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAsking(true)}>
				Reopen onboarding…
			</Button>
			{isAsking ? (
				<ReasonDialog
					title="Reopen onboarding"
					verb="Reopen onboarding"
					busyVerb="Reopening…"
					says={<p>Its items and records can be changed again. Its last phase is active until somebody closes it.</p>}
					onAct={reopen}
					onClose={() => setAsking(false)}
				/>
			) : null}
		</>
	);
}
