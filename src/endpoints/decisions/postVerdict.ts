import { z } from "zod";
import { verdicts } from "@/domain/decisions/judgeVerdict";
import { decide } from "@/operations/decisions/decide";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

/** `POST /api/decisions/:id/decide`: take a decision that somebody else asked for. */
export const postVerdict = defineEndpoint({
	method: "post",
	path: "/:id/decide",
	allow: ["admin", "manager"],
	body: z.object({ decision: z.enum(verdicts, { message: "must be approve, override or reject." }), reason }),
	handle: ({ req, id, body: { decision, reason } }) =>
		inTransaction(req, () => decide({ req, decisionId: id, verdict: decision, reason })),
});
