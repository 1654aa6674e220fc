import { z } from "zod";
import { planners } from "@/access/roles";
import { proposeWaiver } from "@/operations/decisions/proposeWaiver";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { dayAhead, reason } from "../fields";

/** `POST /api/checklist-items/:id/waiver`: ask that the item be waived until the end of a day. A second person decides. */
export const postWaiver = defineEndpoint({
	method: "post",
	path: "/:id/waiver",
	allow: planners,
	body: z.object({ reason, expiresAt: dayAhead }),
	handle: ({ req, id, body }) => inTransaction(req, () => proposeWaiver({ req, itemId: id, ...body })),
});
