import { z } from "zod";
import { reject } from "@/operations/approvals/decideApproval";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { deciders, reason } from "../fields";

export const postRejection = defineEndpoint({
	method: "post",
	path: "/:id/reject",
	allow: deciders,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => reject({ req, approvalId: id, ...body })),
});
