import { vendorRoles } from "@/access/roles";
import { streamChanges } from "@/operations/live/streamChanges";
import { everything } from "@/operations/live/watchHub";
import { requireVendor } from "@/operations/views/requireVendor";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/news`: that something changed somewhere, as server-sent events: for screens of the whole portfolio to look again. */
export const getNews = defineEndpoint({
	method: "get",
	path: "/news",
	allow: vendorRoles,
	handle: ({ req }) =>
		streamChanges({ req, topic: everything, view: "news", read: async (now) => ({ role: requireVendor(now) }) }),
});
