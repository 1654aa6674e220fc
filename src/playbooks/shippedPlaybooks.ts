import type { PlaybookContent } from "@/domain/playbook/content";
import { casinoFloor } from "./casinoFloor";
import { enterpriseTenant } from "./enterpriseTenant";
import { paidWorkspace } from "./paidWorkspace";
import { smsLeadService } from "./smsLeadService";
import { supportContract } from "./supportContract";

/** What Keyturn comes with, the default first. Each is a starting point: operations edit and publish their own versions. */
export const shippedPlaybooks: readonly PlaybookContent[] = [
	casinoFloor,
	smsLeadService,
	paidWorkspace,
	supportContract,
	enterpriseTenant,
];
