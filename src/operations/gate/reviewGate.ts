import type { PayloadRequest } from "payload";
import { gate } from "@/domain/gate";
import { sqlOf } from "@/queue/sqlOf";
import { announceChange } from "../live/announceChange";
import { openRun } from "../runs/openRun";
import { readGateInput } from "./readGateInput";

/**
 * Looks at the gate again in the transaction that changed one of its inputs, and opens the provisioning run when
 * it is open and there has been none.
 *
 * The onboarding's row is locked first: of two transactions that change two inputs at once the second waits and
 * then sees what the first wrote.
 */
export async function reviewGate({ req, onboardingId }: { req: PayloadRequest; onboardingId: string }): Promise<void> {
	const sql = await sqlOf(req);
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR UPDATE", [onboardingId]);
	await announceChange({ sql, onboardingId });
	// A run that was undone is opened again by a person, never by the next edit of an invoice.
	const runs = await sql("SELECT 1 FROM provisioning_runs WHERE onboarding_id = $1::uuid LIMIT 1", [onboardingId]);
	if (runs.length > 0) return;
	const input = await readGateInput({ req, onboardingId, now: new Date() });
	if (input && gate(input).isOpen) await openRun({ req, onboardingId, why: "the gate opened" });
}
