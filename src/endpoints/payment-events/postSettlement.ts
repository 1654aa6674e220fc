import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { settleHeldEvent } from "@/operations/payments/resolveHeldEvent";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postSettlement = defineEndpoint({
	method: "post",
	path: "/:id/settle",
	allow: approvers.held_release,
	body: z.object({ invoiceId: z.uuid("Choose an invoice."), reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => settleHeldEvent({ req, eventId: id, ...body })),
});
