import { readReadiness } from "@/operations/health/readReadiness";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/health/ready`: database, migrations, queue and product are right. Otherwise 503, and which part is not. */
export const getReadiness = defineEndpoint({
	method: "get",
	path: "/health/ready",
	allow: "anyone",
	handle: async ({ req }) => {
		const { isReady, parts } = await readReadiness({ req });
		if (isReady) return { status: "ready", parts };
		const message = Object.values(parts)
			.filter((part) => part !== "ok")
			.join(" ");
		const body = { status: "not_ready", parts, errors: [{ message, code: "not_ready" }] };
		return Response.json(body, { status: 503, headers: { "Retry-After": "5" } });
	},
});
