import { isDeepStrictEqual } from "node:util";
import { baselineWorkingHours, defaultJobDurationMinutes, defaultTravelBufferMinutes } from "@/domain/workingHours";
import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";

/** The settings every tenant starts with: working hours, travel buffer and duration. */
export const baselineSettings = {
	workingHours: baselineWorkingHours,
	defaultTravelBufferMinutes,
	defaultJobDurationMinutes,
};

/** Baseline settings, so that nobody starts with an empty page. */
export const createSettings = defineStep({
	name: "create_settings",
	title: "Create baseline settings",
	input: ({ casino }) => ({ casinoId: casino.id }),
	idempotencyKey: ({ casinoId }) => `settings:${casinoId}`,
	run: async ({ casinoId }, { records }) => records.ensureSettings({ casinoId, settings: baselineSettings }),
	verify: async ({ casinoId }, { records }) => {
		const settings = await records.readSettings(casinoId);
		if (!settings) throw new EffectMissing("The tenant has no settings.");
		const { settingsId, ...values } = settings;
		// A customer who changed them already has settings all the more.
		return { settings: settingsId, isBaseline: isDeepStrictEqual(values, baselineSettings) };
	},
	undo: {
		description: "The tenant's settings are deleted.",
		apply: ({ casinoId }, { records }) => records.removeSettings(casinoId),
	},
});
