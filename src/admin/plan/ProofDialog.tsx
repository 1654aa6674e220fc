"use client";

import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { DialogField } from "../parts/DialogField";
import { ProofFields } from "./ProofFields";
import { emptyProof, isProofGiven, sendProof, verbOf } from "./proof";

type Props = {
	item: Pick<PlanItemView, "id" | "title" | "guidance" | "kind" | "evidence" | "choices" | "isTimed">;
	casinoId: string;
	/** Whose item it is, where that is not plain. */
	whose?: string;
	onTicked(): Promise<void>;
	onClose(): void;
};

/** Takes what proves an item, how long it took and a note, then ticks it. */
export function ProofDialog({ item, casinoId, whose, onTicked, onClose }: Props) {
	const [proof, setProof] = useState(emptyProof);
	const [minutes, setMinutes] = useState("");
	const [note, setNote] = useState("");
	const tick = async () => {
		await sendProof({ item, casinoId, proof, minutes, note });
		await onTicked();
	};
	return (
		<ActDialog
			title={item.title}
			verb={verbOf(item)}
			busyVerb="Saving…"
			isReady={isProofGiven(item, proof) && (!item.isTimed || minutes !== "")}
			onClose={onClose}
			onAct={tick}
		>
			{({ fields }) => (
				<>
					{whose ? <p className="kt-muted">{whose}</p> : null}
					{item.guidance ? <p>{item.guidance}</p> : null}
					<ProofFields item={item} proof={proof} onChange={setProof} problems={fields} />
					<DialogField
						label="Minutes of work"
						value={minutes}
						onChange={(text) => setMinutes(text.replaceAll(/\D/g, ""))}
						problem={fields.minutes}
						hint={item.isTimed ? "The work only, without waiting." : "If somebody kept the time."}
						inputMode="decimal"
					/>
					<DialogField label="Note" type="textarea" value={note} onChange={setNote} problem={fields.note} />
				</>
			)}
		</ActDialog>
	);
}
