import type { PayloadRequest } from "payload";
import { advancePlan } from "@/domain/playbook/advancePlan";
import { sqlOf } from "@/queue/sqlOf";
import { announceChange } from "../live/announceChange";
import { readOnboardingFacts } from "./readOnboardingFacts";
import { readPlanState } from "./readPlanState";
import { writePlan } from "./writePlan";

/**
 * Looks at an onboarding's plan again in the transaction that changed something it hangs on: items that hold or fall by
 * themselves, phases that are over, dates, forecast and health. A constant number of statements; nothing is written when
 * nothing changed.
 *
 * The onboarding's row is locked first, so that of two changes at once the second sees what the first brought about.
 */
export async function reviewPlan(input: { req: PayloadRequest; onboardingId: string; now?: Date }): Promise<void> {
	const { req, onboardingId, now = new Date() } = input;
	const sql = await sqlOf(req);
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE", [onboardingId]);
	const state = await readPlanState({ sql, onboardingId });
	if (!state || state.onboarding.status === "cancelled" || state.onboarding.status === "completed") return;
	const facts = await readOnboardingFacts({ req, onboardingId, now });
	const plan = advancePlan({ state, facts, now: now.toISOString() });
	const hasChanged = await writePlan({ req, state, plan });
	if (hasChanged) await announceChange({ sql, onboardingId });
}
