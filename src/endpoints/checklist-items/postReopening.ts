import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { reopenItem } from "@/operations/items/reopenItem";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

export const postReopening = defineEndpoint({
	method: "post",
	path: "/:id/reopen",
	allow: "signedIn",
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => reopenItem({ req, itemId: id, ...body })),
});
