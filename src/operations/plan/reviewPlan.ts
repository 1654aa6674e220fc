import type { PayloadRequest } from "payload";
import { advancePlan } from "@/domain/playbook/advancePlan";
import { sqlOf } from "@/queue/sqlOf";
import { followHypercare } from "../checkIns/followHypercare";
import { liveChannel } from "../live/announceChange";
import { openRun } from "../runs/openRun";
import { readReview } from "./readReview";
import { writePlan } from "./writePlan";

const lockSql = "SELECT id, pg_notify($2, id::text) FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE";

/**
 * Looks at an onboarding again in the transaction that changed something it hangs on. First at the gate: when it is open
 * and there has been no run, one is opened. Then at the check-ins of hypercare, which follow the go-live, and at the plan: items that hold or fall by themselves, phases that are over, dates,
 * forecast and health. Four statements as a rule; what did not change is not written.
 *
 * The onboarding's row is locked first: of two transactions that change two inputs at once the second waits and then sees
 * what the first wrote. The lock lets rows pass that only refer to the onboarding: with a stronger one, two that have
 * just added a contract each would wait for each other.
 *
 * @param input.paidInvoiceId an invoice whose payment has just become known, although it was refunded since
 * @param input.isNew made in this transaction: nobody else sees it to lock it, or watches it
 */
export async function reviewPlan(input: {
	req: PayloadRequest;
	onboardingId: string;
	paidInvoiceId?: string;
	isNew?: boolean;
	now?: Date;
}): Promise<void> {
	const { req, onboardingId, isNew = false, now = new Date() } = input;
	const sql = await sqlOf(req);
	if (!isNew) await sql(lockSql, [onboardingId, liveChannel]);
	const found = await readReview({ ...input, sql, now });
	if (!found) return;
	// A run that was undone is opened again by a person, never by the next edit of an invoice.
	const isOpened =
		!found.hasHadRun && found.facts.gate.isOpen && (await openRun({ req, onboardingId, why: "the gate opened" }));
	const before = isOpened ? await readReview({ ...input, sql, now }) : found;
	const isMoved = before !== null && (await followHypercare({ req, review: before, now }));
	const review = isMoved ? await readReview({ ...input, sql, now }) : before;
	if (!review || review.state.onboarding.status === "cancelled" || review.state.onboarding.status === "completed")
		return;
	const plan = advancePlan({ ...review, now: now.toISOString() });
	await writePlan({ req, state: review.state, plan });
	if (plan.onboarding.status !== "completed") return;
	const state = { ...review.state, onboarding: { ...review.state.onboarding, status: "completed" } };
	await followHypercare({ req, review: { ...review, state }, now });
}
