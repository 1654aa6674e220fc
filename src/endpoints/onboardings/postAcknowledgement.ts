import { z } from "zod";
import { planners } from "@/access/roles";
import { inTransaction } from "@/operations/inTransaction";
import { acknowledgeHealth } from "@/operations/plan/acknowledgeHealth";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postAcknowledgement = defineEndpoint({
	method: "post",
	path: "/:id/acknowledge",
	allow: planners,
	body: z.object({ note: reason }),
	handle: ({ req, id, body }) =>
		inTransaction(req, () => acknowledgeHealth({ req, onboardingId: id, note: body.note })),
});
