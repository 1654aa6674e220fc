import type { PayloadRequest } from "payload";
import { announceInvite } from "./announceInvite";
import { reopenInvite } from "./reopenInvite";
import { requireInviteManager } from "./requireInviteManager";

/**
 * Mails an invitation again, in the caller's transaction. The new link is minted when the mail goes out; until then the
 * old one works. An expired invitation waits again.
 *
 * @throws SignInRequired, Forbidden, NotFound, InviteNotUsable, Conflict
 */
export async function resendInvite({
	req,
	inviteId,
}: {
	req: PayloadRequest;
	inviteId: string;
}): Promise<{ expiresAt: string }> {
	await requireInviteManager({ req, inviteId });
	const { expiresAt } = await reopenInvite({ req, inviteId });
	await announceInvite({ req, inviteId });
	return { expiresAt };
}
