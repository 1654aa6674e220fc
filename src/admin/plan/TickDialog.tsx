"use client";

import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { ProofFields, type ProofInput } from "./ProofFields";
import { usePlan } from "./planContext";
import { uploadFile } from "./uploadFile";

const empty: ProofInput = { choice: "", value: "", link: "", file: null, signedName: "" };

/** Takes what proves an item, how long it took and a note, then ticks it. */
export function TickDialog(props: { item: PlanItemView; onClose(): void; onTicked(item: PlanItemView): void }) {
	const { item, onClose, onTicked } = props;
	const { plan, readAgain } = usePlan();
	const [proof, setProof] = useState(empty);
	const [minutes, setMinutes] = useState("");
	const [note, setNote] = useState("");
	const isSigned = item.evidence === "signature";
	const tick = async () => {
		const file = proof.file ? await uploadFile({ file: proof.file, casino: plan.casino.id, alt: item.title }) : null;
		await callApi(`/checklist-items/${item.id}/tick`, {
			body: {
				...(item.kind === "decision" ? { choice: proof.choice } : {}),
				...(proof.value.trim() ? { value: proof.value } : {}),
				...(proof.link.trim() ? { link: proof.link } : {}),
				...(isSigned && proof.signedName.trim() ? { signedName: proof.signedName } : {}),
				...(file ? { file } : {}),
				...(minutes.trim() ? { minutes: Number(minutes) } : {}),
				...(note.trim() ? { note } : {}),
			},
		});
		onTicked(item);
		await readAgain();
	};
	return (
		<ActDialog
			title={item.title}
			verb={isSigned ? "Sign" : item.kind === "decision" ? "Decide" : "Tick"}
			busyVerb="Saving…"
			isReady={isProofGiven(item, proof)}
			onClose={onClose}
			onAct={tick}
		>
			{({ fields }) => (
				<>
					{item.guidance ? <p>{item.guidance}</p> : null}
					<ProofFields item={item} proof={proof} onChange={setProof} problems={fields} />
					<DialogField
						label="Time taken (minutes)"
						value={minutes}
						onChange={(text) => setMinutes(text.replaceAll(/\D/g, ""))}
						problem={fields.minutes}
						hint="If somebody kept the time."
						inputMode="decimal"
					/>
					<DialogField label="Note" type="textarea" value={note} onChange={setNote} problem={fields.note} />
				</>
			)}
		</ActDialog>
	);
}

function isProofGiven({ kind, evidence }: PlanItemView, proof: ProofInput): boolean {
	if (kind === "decision" && !proof.choice) return false;
	switch (evidence) {
		case "none":
			return true;
		case "file":
			return proof.file !== null;
		case "link":
			return proof.link.trim() !== "";
		case "value":
			return proof.value.trim() !== "";
		case "signature":
			return proof.signedName.trim() !== "";
	}
}
