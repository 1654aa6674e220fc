import type { Payload } from "payload";
import { systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { readSettings } from "../settings/readSettings";

/** What stands around every page outside the admin panel: whose it is, and whom to ask. */
export type PublicFrame = {
	vendorName: string;
	supportEmail: string | null;
	supportPhone: string | null;
	/** Without a mail server nobody can be sent a link: pages do not offer it. */
	sendsMail: boolean;
};

export async function readPublicFrame({ payload }: { payload: Payload }): Promise<PublicFrame> {
	const settings = await readSettings(await systemRequest(payload, "a public page"));
	return {
		vendorName: settings.vendorName,
		supportEmail: settings.supportEmail ?? null,
		supportPhone: settings.supportPhone ?? null,
		sendsMail: portsOf({ payload }).mail.send !== null,
	};
}
