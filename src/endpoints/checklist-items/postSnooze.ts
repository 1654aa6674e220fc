import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { snoozeItem } from "@/operations/items/snoozeItem";
import { defineEndpoint } from "../defineEndpoint";
import { dateAhead, reason } from "../fields";

/** A later date; null takes the item back to the date of the plan. */
export const until = dateAhead("Choose a date.").nullable();

export const postSnooze = defineEndpoint({
	method: "post",
	path: "/:id/snooze",
	allow: "signedIn",
	body: z.object({ until, reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => snoozeItem({ req, itemId: id, ...body })),
});
