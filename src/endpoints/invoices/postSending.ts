import { z } from "zod";
import { sendInvoice } from "@/operations/payments/sendInvoice";
import { defineEndpoint } from "../defineEndpoint";

export const postSending = defineEndpoint({
	method: "post",
	path: "/:id/send",
	allow: ["admin", "ops", "finance"],
	body: z.object({
		as: z.enum(["invoice", "checkout"], { message: "must be invoice or checkout." }).default("invoice"),
	}),
	handle: ({ req, id, body }) => sendInvoice({ req, invoiceId: id, ...body }),
});
