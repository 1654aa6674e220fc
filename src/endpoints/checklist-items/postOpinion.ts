import { z } from "zod";
import { stances } from "@/domain/playbook/opinion";
import { inTransaction } from "@/operations/inTransaction";
import { giveOpinion } from "@/operations/opinions/giveOpinion";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/checklist-items/:id/opinion`: what a consulted person thinks of an item. */
export const postOpinion = defineEndpoint({
	method: "post",
	path: "/:id/opinion",
	allow: "signedIn",
	body: z.object({
		stance: z.enum(stances, { message: "Say whether you agree or have a concern." }),
		words: z
			.string()
			.trim()
			.max(2000)
			.nullish()
			.transform((words) => words || null),
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => giveOpinion({ req, itemId: id, ...body })),
});
