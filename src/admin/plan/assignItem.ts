import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ApiFailure, callApi } from "../parts/callApi";

type Outcomes = { outcomes: { ok: boolean; message?: string }[] };

/**
 * Says whose an item is; null is everybody of the role.
 * @throws ApiFailure with a message for people
 */
export async function assignItem({ id, mayAct }: PlanItemView, assignee: string | null): Promise<void> {
	if (!mayAct) {
		// Who may not sign an item may still say whose it is.
		await callApi(`/checklist-items/${id}?depth=0`, { method: "PATCH", body: { assignee } });
		return;
	}
	const { outcomes } = await callApi<Outcomes>("/checklist-items/acts", {
		body: { ids: [id], act: "assign", assignee },
	});
	const [outcome] = outcomes;
	if (!outcome?.ok) throw new ApiFailure(outcome?.message ?? "It could not be assigned.", 409);
}
