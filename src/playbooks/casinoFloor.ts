import type { Playbook } from "./playbook";

/**
 * The casino floor's way from open gate to a tenant its administrator can work in: 000 phase B, with the settings of
 * 001 step 5, the hand-off of 001 step 8 and the first week of 001 step 9.
 */
export const casinoFloor: Playbook = {
	key: "casino_floor",
	name: "Casino floor",
	version: 1,
	automations: [
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
	],
};
