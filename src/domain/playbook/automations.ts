/**
 * Every automation a playbook may name; `src/provisioning/steps` holds one step for each. The names stand in ledgers:
 * they are never reused for something else.
 */
export const automationNames = [
	"confirm_tenant",
	"create_settings",
	"bootstrap_product",
	"invite_administrator",
	"grant_entitlements",
	"check_access",
	"mark_live",
	"send_welcome",
	"confirm_to_finance",
	"schedule_check_ins",
] as const;
export type AutomationName = (typeof automationNames)[number];
