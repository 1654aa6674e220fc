"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { acceptanceColours, acceptanceWords } from "@/domain/acceptance";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { usePlan } from "./planContext";

const options = [
	{ value: "", label: "Choose" },
	...acceptanceColours.map((value) => ({ value, label: acceptanceWords[value] })),
];

/** Sets the colour of an acceptance, with the reason. */
export function SetAcceptanceDialog({ onClose }: { onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const [colour, setColour] = useState("");
	const [reason, setReason] = useState("");
	const save = async () => {
		await callApi(`/onboardings/${plan.onboardingId}/acceptance`, { body: { colour, reason } });
		toast.success("The acceptance is set.");
		await readAgain();
	};
	return (
		<ActDialog
			title="Set the acceptance"
			verb="Set acceptance"
			busyVerb="Saving…"
			isReady={colour !== "" && isReason(reason)}
			onClose={onClose}
			onAct={save}
		>
			{({ fields }) => (
				<>
					<DialogField
						label="Colour"
						type="select"
						options={options}
						value={colour}
						onChange={setColour}
						problem={fields.colour}
						hint="The manager is mailed when it gets worse."
						hasFocus
					/>
					<DialogField label="Reason" type="textarea" value={reason} onChange={setReason} problem={fields.reason} />
				</>
			)}
		</ActDialog>
	);
}
