import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { voidInvoice } from "@/operations/payments/voidInvoice";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postVoid = defineEndpoint({
	method: "post",
	path: "/:id/void",
	allow: ["admin", "finance"],
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => voidInvoice({ req, invoiceId: id, ...body })),
});
