"use client";

import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "../plan/planContext";

/** Which playbook's draft has them, and how many deviations there were. */
export type Copied = { playbook: string; lessons: number };

/** Writes what went otherwise than planned, and what somebody has to add, into the draft of the playbook's next version. */
export function LessonsDialog({ onCopied, onClose }: { onCopied(copied: Copied): void; onClose(): void }) {
	const { plan } = usePlan();
	const [notes, setNotes] = useState("");
	const copy = async () => {
		onCopied(await callApi<Copied>(`/onboardings/${plan.onboardingId}/lessons`, { body: { notes } }));
	};
	return (
		<ActDialog
			title="Propose playbook changes"
			verb="Copy into the draft"
			busyVerb="Copying…"
			isReady
			onClose={onClose}
			onAct={copy}
		>
			{({ fields }) => (
				<>
					<p>
						Into “Lessons” in the draft of “{plan.playbook?.name}”: items that were late, put off, waived or took two
						hours and more, their notes, the onboarding’s notes, and the pilot’s issues.
					</p>
					<p>Nothing is published by it, and no onboarding changes.</p>
					<DialogField
						label="What you would add"
						type="textarea"
						value={notes}
						onChange={setNotes}
						problem={fields.notes}
						hint="What would you do otherwise next time? May be left empty."
						hasFocus
					/>
				</>
			)}
		</ActDialog>
	);
}
