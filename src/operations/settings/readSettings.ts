import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { ApprovalLimit } from "@/domain/approvals/approvers";
import type { Setting } from "@/payload-types";
import { globalSlug } from "@/slugs";

export type Settings = Pick<Setting, "vendorName" | "tenantWord" | "supportEmail" | "supportPhone" | "firstSteps"> & {
	healthHours: number;
	purchaseOrders: { secondApproverAbove: number; currency: string; validDays: number };
	invites: { validDays: number };
	accounts: { pairAfterHours: number };
};

/** What the vendor decided for the installation, defaults included. */
export async function readSettings(req: PayloadRequest): Promise<Settings> {
	return (await req.payload.findGlobal({
		slug: globalSlug.settings,
		depth: 0,
		...asSystem(req, "settings of the installation"),
	})) as Settings;
}

/** Up to this amount one person records, approves or releases money by hand. */
export async function readApprovalLimit(req: PayloadRequest): Promise<ApprovalLimit> {
	const { purchaseOrders } = await readSettings(req);
	return { amount: purchaseOrders.secondApproverAbove, currency: purchaseOrders.currency };
}
