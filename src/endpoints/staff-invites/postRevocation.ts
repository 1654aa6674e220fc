import { inTransaction } from "@/operations/inTransaction";
import { revokeInvite } from "@/operations/invites/revokeInvite";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/staff-invites/:id/revoke`: withdraws an open invitation. */
export const postRevocation = defineEndpoint({
	method: "post",
	path: "/:id/revoke",
	allow: "signedIn",
	handle: ({ req, id }) => inTransaction(req, () => revokeInvite({ req, inviteId: id })),
});
