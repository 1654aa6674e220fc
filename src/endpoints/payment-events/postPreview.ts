import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { previewSettlement } from "@/operations/payments/resolveHeldEvent";
import { defineEndpoint } from "../defineEndpoint";

export const postPreview = defineEndpoint({
	method: "post",
	path: "/:id/preview",
	allow: approvers.held_release,
	body: z.object({ invoiceId: z.uuid("Choose an invoice.") }),
	handle: ({ req, id, body }) => previewSettlement({ req, eventId: id, ...body }),
});
