import { z } from "zod";
import { previewSettlement } from "@/operations/payments/resolveHeldEvent";
import { defineEndpoint } from "../defineEndpoint";
import { deciders } from "../fields";

export const postPreview = defineEndpoint({
	method: "post",
	path: "/:id/preview",
	allow: deciders,
	body: z.object({ invoiceId: z.uuid("Choose an invoice.") }),
	handle: ({ req, id, body }) => previewSettlement({ req, eventId: id, ...body }),
});
