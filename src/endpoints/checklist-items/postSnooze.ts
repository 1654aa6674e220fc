import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { snoozeItem } from "@/operations/items/snoozeItem";
import { defineEndpoint } from "../defineEndpoint";
import { dayAhead, reason } from "../fields";

/** A later day; null takes the item back to the day of the plan. */
export const until = dayAhead.nullable();

export const postSnooze = defineEndpoint({
	method: "post",
	path: "/:id/snooze",
	allow: "signedIn",
	body: z.object({ until, reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => snoozeItem({ req, itemId: id, ...body })),
});
