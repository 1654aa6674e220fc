import { z } from "zod";
import { planners } from "@/access/roles";
import { inTransaction } from "@/operations/inTransaction";
import { applyUpgrade } from "@/operations/upgrade/applyUpgrade";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postUpgrade = defineEndpoint({
	method: "post",
	path: "/:id/upgrade",
	allow: planners,
	body: z.object({
		version: z.int().positive().max(1_000_000),
		seen: z.string().length(64, "Look at the difference first."),
		reason,
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => applyUpgrade({ req, onboardingId: id, ...body })),
});
