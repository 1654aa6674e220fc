import { vendorRoles } from "@/access/roles";
import { parseMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { readMyWork } from "@/operations/portfolio/readMyWork";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/my-work`: what waits for whoever asks, by the filters of the screen. */
export const getMyWork = defineEndpoint({
	method: "get",
	path: "/my-work",
	allow: vendorRoles,
	handle: ({ req }) => readMyWork({ req, query: parseMyWorkQuery(req.searchParams) }),
});
