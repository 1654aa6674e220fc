import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { Setting } from "@/payload-types";
import { globalSlug } from "@/slugs";

export type Settings = Pick<Setting, "vendorName" | "supportEmail" | "supportPhone"> & {
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
