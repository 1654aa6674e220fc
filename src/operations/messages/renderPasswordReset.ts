import type { PayloadRequest } from "payload";
import type { RenderedMessage } from "@/provisioning/ports";
import { portsOf } from "../portsOf";
import { mailFrame } from "./mailFrame";

/** The mail for a forgotten password. Payload's own page takes the new one; its link lives for an hour. */
export async function renderPasswordReset(input: {
	req: PayloadRequest | undefined;
	token: string | null;
	user: { name?: string | null } | undefined;
}): Promise<RenderedMessage> {
	const { req, token, user } = input;
	if (!req) throw new Error("A password cannot be reset outside a request.");
	const frame = await mailFrame(req);
	return portsOf(req).mail.render({
		template: "password_reset",
		data: { recipientName: user?.name, expiresAt: new Date(Date.now() + 3_600_000).toISOString() },
		...(token ? { secretLink: `${frame.serverUrl}/admin/reset/${token}` } : {}),
		...frame,
	});
}
