import { inTransaction } from "@/operations/inTransaction";
import { resendInvite } from "@/operations/invites/resendInvite";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/staff-invites/:id/resend`: mails the invitation again. */
export const postResending = defineEndpoint({
	method: "post",
	path: "/:id/resend",
	allow: "signedIn",
	handle: ({ req, id }) => inTransaction(req, () => resendInvite({ req, inviteId: id })),
});
