import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { amendInvoice } from "@/operations/invoices/amendInvoice";
import { defineEndpoint } from "../defineEndpoint";
import { day, reason } from "../fields";

export const postAmendment = defineEndpoint({
	method: "post",
	path: "/:id/amendments",
	allow: approvers.amendment,
	body: z.object({
		amountDue: z.int("Enter a whole number of minor units (cents).").min(0),
		dueAt: day.nullish(),
		reason,
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => amendInvoice({ req, invoiceId: id, ...body })),
});
