import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { recordRefund } from "@/operations/payments/recordRefund";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postRefund = defineEndpoint({
	method: "post",
	path: "/:id/record-refund",
	allow: approvers.manual_refund,
	body: z.object({
		payment: z.uuid("Choose a payment."),
		amount: z.int("Enter a whole number of minor units (cents).").min(1, "Enter an amount above zero."),
		currency: z.string().length(3, "Use an ISO 4217 code."),
		refundedAt: z.iso.datetime({ offset: true, message: "Enter when the money went back." }),
		method: z.string().trim().min(2, "Say how it was given back.").max(60),
		reference: z.string().trim().max(200).nullable().default(null),
		reason,
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => recordRefund({ req, invoiceId: id, ...body })),
});
