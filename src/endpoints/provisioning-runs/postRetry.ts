import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { retryRun } from "@/operations/runs/resumeRun";
import { defineEndpoint } from "../defineEndpoint";
import { reason, runners } from "../fields";

export const postRetry = defineEndpoint({
	method: "post",
	path: "/:id/retry",
	allow: runners,
	body: z.object({ override: z.boolean().default(false), reason: reason.nullable().default(null) }),
	handle: ({ req, id, body }) => inTransaction(req, () => retryRun({ req, runId: id, ...body })),
});
