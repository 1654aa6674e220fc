import { z } from "zod";
import { planners } from "@/access/roles";
import { proposeFreezeOverride } from "@/operations/decisions/proposeFreezeOverride";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { dateAhead, reason } from "../fields";

/** `POST /api/onboardings/:id/freeze-override`: ask to change settings although they are frozen. A second person decides. */
export const postFreezeOverride = defineEndpoint({
	method: "post",
	path: "/:id/freeze-override",
	allow: planners,
	body: z.object({ reason, expiresAt: dateAhead }),
	handle: ({ req, id, body }) => inTransaction(req, () => proposeFreezeOverride({ req, onboardingId: id, ...body })),
});
