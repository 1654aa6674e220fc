import { z } from "zod";
import { actOnItems } from "@/operations/items/actOnItems";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";
import { until } from "./postSnooze";

const ids = z.array(z.uuid("is not an id.")).min(1, "Choose at least one item.").max(200, "Choose at most 200 items.");

export const postActs = defineEndpoint({
	method: "post",
	path: "/acts",
	allow: "signedIn",
	body: z.discriminatedUnion("act", [
		z.object({ ids, act: z.literal("tick") }),
		z.object({ ids, act: z.literal("snooze"), until, reason }),
		z.object({ ids, act: z.literal("assign"), assignee: z.uuid("Choose a person.").nullable() }),
	]),
	handle: ({ req, body: { ids: chosen, ...act } }) => actOnItems({ req, ids: chosen, act }),
});
