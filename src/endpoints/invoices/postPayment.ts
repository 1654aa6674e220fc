import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { recordPayment } from "@/operations/payments/recordPayment";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postPayment = defineEndpoint({
	method: "post",
	path: "/:id/record-payment",
	allow: approvers.manual_payment,
	body: z.object({
		amount: z.int("Enter a whole number of minor units (cents).").min(1, "Enter an amount above zero."),
		currency: z.string().length(3, "Use an ISO 4217 code."),
		paidAt: z.iso.datetime({ offset: true, message: "Enter when the money came." }),
		method: z.string().trim().min(2, "Say how it was paid.").max(60),
		reference: z.string().trim().max(200).nullable().default(null),
		reason,
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => recordPayment({ req, invoiceId: id, ...body })),
});
