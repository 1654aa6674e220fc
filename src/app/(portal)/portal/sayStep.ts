/** What each step of provisioning means to a customer, by its key in the playbook. */
const stepWords: Record<string, string> = {
	confirm_tenant: "Your account is confirmed",
	create_settings: "Working hours and defaults are set",
	bootstrap_product: "Your place in the product is built",
	invite_administrator: "Your administrator is invited",
	grant_entitlements: "What your plan includes is switched on",
	check_access: "Your administrator's access is tested",
	mark_live: "Your access is open",
	send_welcome: "First steps are mailed to your administrator",
	confirm_to_finance: "Your finance contact has a confirmation",
	schedule_check_ins: "We write to you on day 1, 3 and 7",
};

/** A step in plain words; one that is not known, by its title. */
export function sayStep(step: string, title: string): string {
	return stepWords[step] ?? title;
}
