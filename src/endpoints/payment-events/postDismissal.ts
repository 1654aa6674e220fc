import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { dismissHeldEvent } from "@/operations/payments/resolveHeldEvent";
import { defineEndpoint } from "../defineEndpoint";
import { deciders, reason } from "../fields";

export const postDismissal = defineEndpoint({
	method: "post",
	path: "/:id/dismiss",
	allow: deciders,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => dismissHeldEvent({ req, eventId: id, ...body })),
});
