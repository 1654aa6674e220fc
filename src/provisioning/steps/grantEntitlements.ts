import { defineStep } from "../engine/step";
import { EffectMissing, StepRefused } from "../engine/stepErrors";

/** What the order form's plan grants becomes the casino's entitlements. */
export const grantEntitlements = defineStep({
	name: "grant_entitlements",
	title: "Grant the plan's entitlements",
	skip: ({ orderForm }) => (orderForm.planId ? null : "The order form names no plan."),
	input: ({ casino, orderForm }) => {
		if (!orderForm.planId) throw new StepRefused("The order form names no plan.");
		return { casinoId: casino.id, planId: orderForm.planId, contractId: orderForm.id, seats: orderForm.seats };
	},
	idempotencyKey: ({ casinoId, contractId }) => `entitlements:${casinoId}:${contractId}`,
	run: (input, { records }) => records.grantPlan(input),
	verify: async ({ casinoId, contractId }, { records }) => {
		const { granted, missing } = await records.readEntitlements({ casinoId, contractId });
		if (missing.length > 0) throw new EffectMissing(`The plan's grants are not all there: ${missing.join(", ")}.`);
		return { granted };
	},
	undo: {
		description: "The entitlements of this order form end now.",
		apply: ({ casinoId, contractId }, { records }) => records.endEntitlements({ casinoId, contractId }),
	},
});
