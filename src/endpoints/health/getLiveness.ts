import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/health/live`: the process is up and answers. */
export const getLiveness = defineEndpoint({
	method: "get",
	path: "/health/live",
	allow: "anyone",
	handle: async () => ({ status: "live" }),
});
