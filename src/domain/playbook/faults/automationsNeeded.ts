import type { AutomationName } from "../automations";
import type { CriterionName } from "../criteria";

/**
 * The automations that make what a criterion looks at: without them nothing can satisfy it. A criterion that is not
 * named here looks at what people record. `run_opened` and `run_succeeded` need any automation at all.
 */
export const automationsNeeded: Readonly<Partial<Record<CriterionName, readonly AutomationName[]>>> = Object.freeze({
	access_verified: ["check_access"],
	settings_created: ["create_settings"],
	entitlements_granted: ["grant_entitlements"],
	welcome_sent: ["send_welcome"],
	go_live_needs_met: ["create_settings", "bootstrap_product", "invite_administrator", "check_access"],
	roles_match: ["bootstrap_product"],
	first_week_done: ["schedule_check_ins"],
	check_ins_done: ["schedule_check_ins"],
	day_1_called: ["schedule_check_ins"],
	day_3_called: ["schedule_check_ins"],
	day_7_called: ["schedule_check_ins"],
	tenant_in_product: ["bootstrap_product"],
	paid_access_passes: ["grant_entitlements", "check_access", "send_welcome"],
});
