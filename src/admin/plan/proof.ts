import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { callApi } from "../parts/callApi";
import { uploadFile } from "./uploadFile";

export type ProofInput = { choice: string; value: string; link: string; file: File | null; signedName: string };
export const emptyProof: ProofInput = { choice: "", value: "", link: "", file: null, signedName: "" };

type Asking = Pick<PlanItemView, "kind" | "evidence" | "isTimed">;

/** What is not ticked with a click: it asks for its proof first. */
export const needsProof = ({ kind, evidence, isTimed }: Asking): boolean =>
	kind === "decision" || evidence !== "none" || isTimed;

export function isProofGiven({ kind, evidence }: Asking, proof: ProofInput): boolean {
	if (kind === "decision" && !proof.choice) return false;
	if (evidence === "none") return true;
	if (evidence === "file") return proof.file !== null;
	return proof[evidence === "signature" ? "signedName" : evidence].trim() !== "";
}

/** What doing an item is called, on its button. */
export function verbOf({ kind, evidence }: Pick<Asking, "kind" | "evidence">): string {
	if (kind === "decision") return "Decide";
	return evidence === "signature" ? "Sign" : "Tick";
}

/** Says that an item is done, with what proves it. @returns whether somebody else had done it at the same moment */
export async function sendProof(input: {
	item: Pick<PlanItemView, "id" | "title">;
	casinoId: string;
	proof: ProofInput;
	minutes?: string;
	note?: string;
}): Promise<{ wasDone?: boolean }> {
	const { item, casinoId, proof, minutes, note = "" } = input;
	const file = proof.file ? await uploadFile({ file: proof.file, casino: casinoId, alt: item.title }) : "";
	const given = Object.entries({ ...proof, file, note }).filter(([, text]) => text.trim() !== "");
	return callApi(`/checklist-items/${item.id}/tick`, {
		body: { ...Object.fromEntries(given), ...(minutes ? { minutes: Number(minutes) } : {}) },
	});
}
