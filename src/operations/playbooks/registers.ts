import { customerRoles, vendorRoles } from "@/access/roles";
import { automationNames } from "@/domain/playbook/automations";
import { criterionNames } from "@/domain/playbook/criteria";

/** What a playbook may name. */
export const registers = {
	roles: [...vendorRoles, ...customerRoles],
	automations: automationNames,
	criteria: criterionNames,
} as const;
