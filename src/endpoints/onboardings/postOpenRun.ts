import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { reopenRun } from "@/operations/runs/reopenRun";
import { defineEndpoint } from "../defineEndpoint";
import { reason, runners } from "../fields";

export const postOpenRun = defineEndpoint({
	method: "post",
	path: "/:id/open-run",
	allow: runners,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => reopenRun({ req, onboardingId: id, ...body })),
});
