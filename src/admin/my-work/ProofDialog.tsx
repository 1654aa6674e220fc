"use client";

import { useState } from "react";
import type { WorkItem } from "@/operations/portfolio/readMyWork";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { ProofFields, type ProofInput } from "../plan/ProofFields";
import { uploadFile } from "../plan/uploadFile";
import type { WorkDialogProps } from "./workDialog";

const empty: ProofInput = { choice: "", value: "", link: "", file: null, signedName: "" };
const verbs = { decide: "Decide", sign: "Sign", tick: "Tick" };

/** Takes what proves an item, then ticks it. */
export function ProofDialog({ item, state, selection, onClose }: WorkDialogProps & { item: WorkItem }) {
	const [proof, setProof] = useState(empty);
	const [note, setNote] = useState("");
	const verb = item.kind === "decision" ? "decide" : item.evidence === "signature" ? "sign" : "tick";
	const tick = async () => {
		const file = proof.file ? await uploadFile({ file: proof.file, casino: item.casinoId, alt: item.title }) : null;
		const given = Object.entries({ ...proof, file, note }).filter(([, value]) => value !== null && value.trim() !== "");
		await state.during([item.id], () =>
			callApi(`/checklist-items/${item.id}/tick`, { body: Object.fromEntries(given) }),
		);
		state.offerUndo([item]);
		selection.clear([item]);
		await state.readAgain();
	};
	return (
		<ActDialog
			title={item.title}
			verb={verbs[verb]}
			busyVerb="Saving…"
			isReady={isGiven(item, proof)}
			onClose={onClose}
			onAct={tick}
		>
			{({ fields }) => (
				<>
					<p className="kt-muted">{[item.customer, item.phase].filter(Boolean).join(", ")}</p>
					{item.guidance ? <p>{item.guidance}</p> : null}
					<ProofFields item={item} proof={proof} onChange={setProof} problems={fields} />
					<DialogField label="Note" type="textarea" value={note} onChange={setNote} problem={fields.note} />
				</>
			)}
		</ActDialog>
	);
}

function isGiven({ kind, evidence }: WorkItem, proof: ProofInput): boolean {
	if (kind === "decision" && !proof.choice) return false;
	if (evidence === "none") return true;
	if (evidence === "file") return proof.file !== null;
	return proof[evidence === "signature" ? "signedName" : evidence].trim() !== "";
}
