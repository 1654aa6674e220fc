import type { AutomationName } from "@/domain/playbook/automations";
import type { AnyStep } from "../engine/step";
import { bootstrapProduct } from "./bootstrapProduct";
import { checkAccess } from "./checkAccess";
import { confirmTenant } from "./confirmTenant";
import { confirmToFinance } from "./confirmToFinance";
import { createSettings } from "./createSettings";
import { grantEntitlements } from "./grantEntitlements";
import { inviteAdministrator } from "./inviteAdministrator";
import { markLive } from "./markLive";
import { scheduleCheckIns } from "./scheduleCheckIns";
import { sendWelcome } from "./sendWelcome";

/** One step for every automation a playbook may name. */
export const steps = {
	confirm_tenant: confirmTenant,
	create_settings: createSettings,
	bootstrap_product: bootstrapProduct,
	invite_administrator: inviteAdministrator,
	grant_entitlements: grantEntitlements,
	check_access: checkAccess,
	mark_live: markLive,
	send_welcome: sendWelcome,
	confirm_to_finance: confirmToFinance,
	schedule_check_ins: scheduleCheckIns,
} as const satisfies Record<AutomationName, AnyStep>;
