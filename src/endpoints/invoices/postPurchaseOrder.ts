import { z } from "zod";
import { approvers } from "@/domain/approvals/approvers";
import { inTransaction } from "@/operations/inTransaction";
import { decidePurchaseOrder } from "@/operations/payments/decidePurchaseOrder";
import { defineEndpoint } from "../defineEndpoint";
import { dayAhead, reason } from "../fields";

export const postPurchaseOrder = defineEndpoint({
	method: "post",
	path: "/:id/purchase-order",
	allow: approvers.purchase_order,
	body: z.object({
		decision: z.enum(["request", "approve", "reject"], { message: "must be request, approve or reject." }),
		number: z.string().trim().max(100).optional(),
		reason,
		seen: z
			.object({ amount: z.int("Enter a whole number of minor units (cents).").min(0), currency: z.string().length(3) })
			.optional(),
		expiresAt: dayAhead.optional(),
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => decidePurchaseOrder({ req, invoiceId: id, ...body })),
});
