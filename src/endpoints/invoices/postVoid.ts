import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { voidInvoice } from "@/operations/payments/voidInvoice";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postVoid = defineEndpoint({
	method: "post",
	path: "/:id/void",
	allow: approvers.opening_change,
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => voidInvoice({ req, invoiceId: id, ...body })),
});
