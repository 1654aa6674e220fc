import { z } from "zod";
import { approve } from "@/operations/approvals/decideApproval";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { deciders, reason } from "../fields";

export const postApproval = defineEndpoint({
	method: "post",
	path: "/:id/approve",
	allow: deciders,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => approve({ req, approvalId: id, ...body })),
});
