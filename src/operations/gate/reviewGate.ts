import type { PayloadRequest } from "payload";
import { gate } from "@/domain/gate";
import { sqlOf } from "@/queue/sqlOf";
import { announceChange } from "../live/announceChange";
import { reviewPlan } from "../plan/reviewPlan";
import { openRun } from "../runs/openRun";
import { readGateInput } from "./readGateInput";

/**
 * Looks at the gate again in the transaction that changed one of its inputs, and opens the provisioning run when
 * it is open and there has been none; then at the plan, whose criteria look at the same records.
 *
 * The onboarding's row is locked first: of two transactions that change two inputs at once the second waits and
 * then sees what the first wrote. The lock lets rows pass that only refer to the onboarding: with a stronger one, two
 * that have just added a contract each would wait for each other.
 *
 * @param input.paidInvoiceId an invoice whose payment has just become known, although it was refunded since
 */
export async function reviewGate(input: {
	req: PayloadRequest;
	onboardingId: string;
	paidInvoiceId?: string;
}): Promise<void> {
	const { req, onboardingId } = input;
	const sql = await sqlOf(req);
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE", [onboardingId]);
	await announceChange({ sql, onboardingId });
	await openRunOnce(input);
	await reviewPlan({ req, onboardingId });
}

async function openRunOnce(input: Parameters<typeof reviewGate>[0]): Promise<void> {
	const { req, onboardingId } = input;
	const sql = await sqlOf(req);
	// A run that was undone is opened again by a person, never by the next edit of an invoice.
	const runs = await sql("SELECT 1 FROM provisioning_runs WHERE onboarding_id = $1::uuid LIMIT 1", [onboardingId]);
	if (runs.length > 0) return;
	const gateInput = await readGateInput({ ...input, now: new Date() });
	if (gateInput && gate(gateInput).isOpen) await openRun({ req, onboardingId, why: "the gate opened" });
}
