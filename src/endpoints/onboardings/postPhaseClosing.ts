import { z } from "zod";
import { planners } from "@/access/roles";
import { inTransaction } from "@/operations/inTransaction";
import { closePhase } from "@/operations/plan/closePhase";
import { defineEndpoint } from "../defineEndpoint";

export const postPhaseClosing = defineEndpoint({
	method: "post",
	path: "/:id/close-phase",
	allow: planners,
	body: z.object({ phase: z.string().min(1).max(60) }),
	handle: ({ req, id, body }) => inTransaction(req, () => closePhase({ req, onboardingId: id, phase: body.phase })),
});
