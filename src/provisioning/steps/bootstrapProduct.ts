import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";
import { baselineSettings } from "./createSettings";

/** The tenant in the product itself, with its settings and the invited first administrator. */
export const bootstrapProduct = defineStep({
	name: "bootstrap_product",
	title: "Create the tenant in the product",
	input: ({ casino, adminContact }) => ({
		casinoId: casino.id,
		name: casino.name,
		slug: casino.slug,
		timezone: casino.timezone,
		admin: { name: adminContact.name, email: adminContact.email },
	}),
	idempotencyKey: ({ casinoId }) => `product:${casinoId}`,
	run: async (input, { product, records }) => {
		const settings = (await records.readSettings(input.casinoId)) ?? baselineSettings;
		const { workingHours, defaultTravelBufferMinutes: travel, defaultJobDurationMinutes: duration } = settings;
		const { adminStaffId } = await product.bootstrapCasino({
			...input,
			settings: { workingHours, defaultTravelBufferMinutes: travel, defaultJobDurationMinutes: duration },
		});
		return { productCasino: input.casinoId, adminStaff: adminStaffId };
	},
	verify: async ({ casinoId, admin }, { product }) => {
		const tenant = await product.findCasino(casinoId);
		if (!tenant) throw new EffectMissing("The product has no tenant for this casino.");
		const staff = tenant.staff.find(({ email }) => email.toLowerCase() === admin.email.toLowerCase());
		if (!staff) throw new EffectMissing("The product's tenant does not know the administrator.");
		return { productStatus: tenant.status, administrator: staff.status };
	},
	undo: {
		description: "The tenant is removed from the product, unless somebody has worked in it.",
		apply: async ({ casinoId }, { product }) => {
			await product.removeCasino(casinoId);
		},
	},
});
