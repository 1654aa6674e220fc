import { spelled } from "../inWords";

const titles: Readonly<Record<string, string>> = {
	paid_bound: "Payment is bound to the workspace",
	email_matches: "Purchaser is among its people",
	customer_unique: "Customer is there once",
	workspace_mapped: "Workspace is mapped",
	entitlement_right: "Entitlement is right",
	access_verified: "Access is verified",
	message_sent: "Welcome is sent",
	run_succeeded: "Provisioning has succeeded",
	no_pilot_blocker: "No blocker of the pilot is open",
	no_high_risk: "No high risk is open",
};

/** What a line of the go/no-go matrix is called. */
export const sayCheck = (check: string): string => titles[check] ?? spelled(check);
