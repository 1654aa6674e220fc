import { z } from "zod";
import { amendContract } from "@/operations/contracts/amendContract";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { day, reason, runners } from "../fields";

const count = (most: number) => z.int("Enter a whole number.").min(1).max(most).nullish();

export const postAmendment = defineEndpoint({
	method: "post",
	path: "/:id/amendments",
	allow: runners,
	body: z.object({
		terms: z.strictObject({
			plan: z.uuid("Choose a plan.").nullish(),
			sites: count(100_000),
			seats: count(1_000_000),
			termMonths: count(600),
			expiresAt: day.nullish(),
		}),
		reason,
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => amendContract({ req, contractId: id, ...body })),
});
