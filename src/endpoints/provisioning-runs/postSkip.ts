import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { skipStep } from "@/operations/runs/resumeRun";
import { defineEndpoint } from "../defineEndpoint";
import { reason, runners } from "../fields";

export const postSkip = defineEndpoint({
	method: "post",
	path: "/:id/skip",
	allow: runners,
	body: z.object({ stepId: z.uuid("Choose a step."), override: z.boolean().default(false), reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => skipStep({ req, runId: id, ...body })),
});
