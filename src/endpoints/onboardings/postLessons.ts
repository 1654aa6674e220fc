import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { draftLessons } from "@/operations/upgrade/draftLessons";
import { defineEndpoint } from "../defineEndpoint";
import { runners } from "../fields";

export const postLessons = defineEndpoint({
	method: "post",
	path: "/:id/lessons",
	allow: runners,
	body: z.object({ notes: z.string().trim().max(5000).nullish() }),
	handle: ({ req, id, body }) =>
		inTransaction(req, () => draftLessons({ req, onboardingId: id, notes: body.notes || null })),
});
