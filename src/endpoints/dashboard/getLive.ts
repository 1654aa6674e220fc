import { vendorRoles } from "@/access/roles";
import { readLive } from "@/operations/views/readDashboard";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/dashboard/live`: what needs a person and what moves, for the dashboard to look again. */
export const getLive = defineEndpoint({
	method: "get",
	path: "/dashboard/live",
	allow: vendorRoles,
	handle: ({ req }) => readLive({ req }),
});
