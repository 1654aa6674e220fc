import { z } from "zod";
import { approve, reject } from "@/operations/approvals/decideApproval";
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

export const postRejection = defineEndpoint({
	method: "post",
	path: "/:id/reject",
	allow: deciders,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => reject({ req, approvalId: id, ...body })),
});
