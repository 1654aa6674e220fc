import { z } from "zod";
import { invoiceSenders } from "@/access/roles";
import { sendInvoice } from "@/operations/payments/sendInvoice";
import { defineEndpoint } from "../defineEndpoint";

export const postSending = defineEndpoint({
	method: "post",
	path: "/:id/send",
	allow: invoiceSenders,
	body: z.object({
		as: z.enum(["invoice", "checkout"], { message: "must be invoice or checkout." }).default("invoice"),
	}),
	handle: ({ req, id, body }) => sendInvoice({ req, invoiceId: id, ...body }),
});
