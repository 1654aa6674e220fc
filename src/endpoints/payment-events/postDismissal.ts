import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { dismissHeldEvent } from "@/operations/payments/resolveHeldEvent";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postDismissal = defineEndpoint({
	method: "post",
	path: "/:id/dismiss",
	allow: approvers.held_release,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => dismissHeldEvent({ req, eventId: id, ...body })),
});
