import { inTransaction } from "@/operations/inTransaction";
import { mintLink } from "@/operations/invites/mintLink";
import { defineEndpoint } from "../defineEndpoint";

/**
 * `POST /api/staff-invites/:id/link`: a fresh link to hand over in person; the one before it stops working. Who comes
 * in by it has not proved the address.
 */
export const postLink = defineEndpoint({
	method: "post",
	path: "/:id/link",
	allow: ["admin"],
	handle: ({ req, id }) => inTransaction(req, () => mintLink({ req, inviteId: id, isMailed: false })),
});
