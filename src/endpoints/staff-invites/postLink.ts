import { inTransaction } from "@/operations/inTransaction";
import { mintLink } from "@/operations/invites/mintLink";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/staff-invites/:id/link`: a fresh link to hand over in person; the one before it stops working. */
export const postLink = defineEndpoint({
	method: "post",
	path: "/:id/link",
	allow: ["admin", "ops"],
	handle: ({ req, id }) => inTransaction(req, () => mintLink({ req, inviteId: id })),
});
