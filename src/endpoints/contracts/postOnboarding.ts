import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { openFromContract } from "@/operations/plan/openFromContract";
import { defineEndpoint } from "../defineEndpoint";
import { dayAhead, runners } from "../fields";

export const postOnboarding = defineEndpoint({
	method: "post",
	path: "/:id/onboarding",
	allow: runners,
	body: z.object({
		playbook: z.uuid("Choose a playbook.").nullish(),
		goLiveAt: dayAhead.nullish(),
	}),
	handle: ({ req, id, body }) =>
		inTransaction(req, () =>
			openFromContract({ req, contractId: id, playbook: body.playbook ?? null, goLiveAt: body.goLiveAt ?? null }),
		),
});
