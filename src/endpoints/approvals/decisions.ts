import { z } from "zod";
import { anyApprovers } from "@/domain/approvals/approvers";
import { approve, reject } from "@/operations/approvals/decideApproval";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postApproval = defineEndpoint({
	method: "post",
	path: "/:id/approve",
	allow: anyApprovers,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => approve({ req, approvalId: id, ...body })),
});

export const postRejection = defineEndpoint({
	method: "post",
	path: "/:id/reject",
	allow: anyApprovers,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => reject({ req, approvalId: id, ...body })),
});
