import { defineStep } from "../engine/step";
import { EffectMissing, StepRefused } from "../engine/stepErrors";

/** Company, where there is one, and casino are what the contract says; the casino is being provisioned. */
export const confirmTenant = defineStep({
	name: "confirm_tenant",
	title: "Confirm company and casino",
	input: ({ casino, company }) => ({ casinoId: casino.id, companyId: company?.id ?? null }),
	idempotencyKey: ({ casinoId }) => `tenant:${casinoId}`,
	run: async (input, { records }) => {
		const tenant = await records.readTenant(input.casinoId);
		if (!tenant) throw new StepRefused("The casino is gone.");
		if (tenant.companyId !== null && tenant.companyId !== input.companyId) {
			throw new StepRefused("The casino belongs to another company than the onboarding names.");
		}
		await records.claimTenant(input);
		return { casino: input.casinoId, company: input.companyId };
	},
	verify: async ({ casinoId, companyId }, { records }) => {
		const tenant = await records.readTenant(casinoId);
		if (!tenant) throw new EffectMissing("The casino is gone.");
		if (companyId !== null && tenant.companyId !== companyId) {
			throw new EffectMissing("The casino is not bound to its company.");
		}
		if (tenant.status !== "provisioning" && tenant.status !== "live") {
			throw new EffectMissing(`The casino is ${tenant.status}, not being provisioned.`);
		}
		return { status: tenant.status, ...(companyId === null ? { name: tenant.name } : {}) };
	},
	undo: {
		description: "The casino goes back to being a prospect. Company and casino stay.",
		apply: ({ casinoId }, { records }) => records.releaseTenant(casinoId),
	},
});
