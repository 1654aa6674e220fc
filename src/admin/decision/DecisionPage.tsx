import type { UIFieldServerProps } from "payload";
import { readDecision } from "@/operations/decisions/readDecision";
import { DecisionSheet } from "./DecisionSheet";

/** READY or HOLD, and why? At the top of a decision. */
export async function DecisionPage({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	return <DecisionSheet view={await readDecision({ req, decisionId: String(id) })} />;
}
