import { z } from "zod";
import { planners } from "@/access/roles";
import { confidences } from "@/domain/decisions/packet";
import { proposeGoNoGo } from "@/operations/decisions/proposeGoNoGo";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/onboardings/:id/go-no-go`: put go or no-go to a second person, with the packet as it is now. */
export const postGoNoGo = defineEndpoint({
	method: "post",
	path: "/:id/go-no-go",
	allow: planners,
	body: z.object({
		etaConfidence: z.enum(confidences, { message: "must be high, medium or low." }),
		note: z.string().trim().min(1).max(2000).nullable().default(null),
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => proposeGoNoGo({ req, onboardingId: id, ...body })),
});
