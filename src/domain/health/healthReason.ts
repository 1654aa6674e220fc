import type { OnboardingFacts } from "../playbook/facts";
import type { RecordRef } from "../recordRef";

/** From good to bad. */
export const healthLevels = ["green", "yellow", "red"] as const;
export type HealthLevel = (typeof healthLevels)[number];

/** Each rule of health; `healthRules.ts` says how it looks. Reasons equally bad and equally old stand in this order. */
export const healthRuleNames = [
	"run_failed",
	"payment_standing",
	"payment_held",
	"invoice_overdue",
	"high_risk",
	"pilot_blocker",
	"acceptance",
	"our_items_overdue",
	"customer_items_overdue",
	"forecast_late",
	"adoption_low",
	"exceptions_high",
	"administrator_absent",
	"waiting_long",
] as const;
export type HealthRuleName = (typeof healthRuleNames)[number];

/** Why an onboarding is not green. Kept on the onboarding, so that the next look knows since when. */
export type HealthReason = {
	rule: HealthRuleName;
	level: "yellow" | "red";
	/** What the rule measured, as a person reads it: “8 days”, “failed”. */
	value: string;
	/** In one sentence. */
	says: string;
	record: RecordRef | null;
	/** ISO 8601. */
	since: string;
};

/** What a rule found. `at` is when the record itself turned so, where that is known. */
export type Finding = Omit<HealthReason, "rule" | "since"> & { at: string | null };

export type HealthFacts = {
	facts: OnboardingFacts;
	/** The computed go-live: a day. */
	forecastAt: string | null;
	/** ISO 8601. */
	now: string;
};

export type HealthRule = (input: HealthFacts) => Finding[];
