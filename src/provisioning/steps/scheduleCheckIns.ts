import { checkInDates } from "@/domain/checkInDates";
import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";

/** Day 1, 3 and 7 after the tenant went live, in the morning of the casino's own zone. */
export const scheduleCheckIns = defineStep({
	name: "schedule_check_ins",
	title: "Schedule the day 1, 3 and 7 check-ins",
	input: ({ casino, onboardingId }) => ({ casinoId: casino.id, onboardingId, timezone: casino.timezone }),
	idempotencyKey: ({ onboardingId }) => `check-ins:${onboardingId}`,
	run: async ({ casinoId, onboardingId, timezone }, { records, now }) => {
		const dueAt = checkInDates(now().toISOString(), timezone).map(({ day, dueAt: at }) => ({ day, at }));
		const { checkInIds } = await records.scheduleCheckIns({ casinoId, onboardingId, dueAt });
		return { checkIns: checkInIds };
	},
	verify: async ({ onboardingId }, { records }) => {
		const planned = await records.readCheckIns(onboardingId);
		const days = planned.filter(({ status }) => status !== "cancelled").map(({ day }) => day);
		const missing = [1, 3, 7].filter((day) => !days.includes(day));
		if (missing.length > 0) throw new EffectMissing(`Check-ins are missing: day ${missing.join(", ")}.`);
		return { due: planned.map(({ day, dueAt }) => `day ${day}: ${dueAt}`) };
	},
	undo: {
		description: "Check-ins that have not happened are cancelled.",
		apply: ({ onboardingId }, { records }) => records.cancelCheckIns(onboardingId),
	},
});
