"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { type Confidence, confidences } from "@/domain/decisions/packet";
import type { LivePacket } from "@/operations/decisions/readPacket";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";

const words: Record<Confidence, string> = {
	high: "High: the date holds",
	medium: "Medium: it may move",
	low: "Low: it will probably move",
};

/** Puts go or no-go to a second person. */
export function ProposeDialog({ packet, onDone, onClose }: { packet: LivePacket; onDone(): void; onClose(): void }) {
	const [confidence, setConfidence] = useState<Confidence>(packet.checkpoint.etaConfidence ?? "medium");
	const [note, setNote] = useState("");
	const propose = async () => {
		const body = { etaConfidence: confidence, note: note.trim() || null };
		await callApi(`/onboardings/${packet.onboarding.id}/go-no-go`, { body });
		toast.success("Proposed. A second person decides.");
		onDone();
	};
	return (
		<ActDialog
			title={`Go or no-go: ${packet.casino.name}`}
			verb={packet.proposed ? "Bring it up to date" : "Propose"}
			busyVerb="Proposing…"
			isReady
			onClose={onClose}
			onAct={propose}
		>
			{({ fields }) => (
				<>
					<p>
						Recommendation: {packet.recommendation}. {packet.says} An admin or a manager, other than you, approves,
						overrides or rejects it; it is refreshed and locked on approval.
					</p>
					<DialogField
						label="Confidence in the date"
						type="select"
						value={confidence}
						onChange={(value) => setConfidence(confidences.find((one) => one === value) ?? "medium")}
						options={confidences.map((value) => ({ value, label: words[value] }))}
						problem={fields.etaConfidence}
						hasFocus
					/>
					<DialogField
						label="Note"
						type="textarea"
						value={note}
						onChange={setNote}
						problem={fields.note}
						hint="What whoever decides should know."
					/>
				</>
			)}
		</ActDialog>
	);
}
