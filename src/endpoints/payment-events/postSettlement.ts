import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { settleHeldEvent } from "@/operations/payments/resolveHeldEvent";
import { defineEndpoint } from "../defineEndpoint";
import { deciders, reason } from "../fields";

export const postSettlement = defineEndpoint({
	method: "post",
	path: "/:id/settle",
	allow: deciders,
	body: z.object({ invoiceId: z.uuid("Choose an invoice."), reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => settleHeldEvent({ req, eventId: id, ...body })),
});
