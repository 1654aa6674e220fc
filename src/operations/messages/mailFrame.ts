import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { readSettings } from "../settings/readSettings";

/** What every mail carries beside its own text: the vendor's name, whom to ask, where the system is. */
export async function mailFrame(
	req: PayloadRequest,
): Promise<{ vendorName: string; supportEmail: string | null; serverUrl: string }> {
	const { vendorName, supportEmail } = await readSettings(req);
	return { vendorName, supportEmail: supportEmail ?? null, serverUrl: env().SERVER_URL };
}
