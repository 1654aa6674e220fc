import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";

/** Provisioned and access verified: the casino is live. */
export const markLive = defineStep({
	name: "mark_live",
	title: "Mark the tenant as live",
	input: ({ casino }) => ({ casinoId: casino.id }),
	idempotencyKey: ({ casinoId }) => `live:${casinoId}`,
	run: async ({ casinoId }, { records }) => {
		await records.markLive(casinoId);
		return { casino: casinoId };
	},
	verify: async ({ casinoId }, { records }) => {
		const tenant = await records.readTenant(casinoId);
		if (tenant?.status !== "live") throw new EffectMissing("The tenant is not marked as live.");
		return { status: tenant.status };
	},
	undo: {
		description: "The tenant is no longer live.",
		apply: ({ casinoId }, { records }) => records.unmarkLive(casinoId),
	},
});
