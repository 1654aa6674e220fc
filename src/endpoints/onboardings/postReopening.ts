import { z } from "zod";
import { planners } from "@/access/roles";
import { inTransaction } from "@/operations/inTransaction";
import { reopenOnboarding } from "@/operations/plan/reopenOnboarding";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postReopening = defineEndpoint({
	method: "post",
	path: "/:id/reopen",
	allow: planners,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => reopenOnboarding({ req, onboardingId: id, ...body })),
});
