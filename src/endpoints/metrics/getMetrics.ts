import { readMetrics } from "@/operations/metrics/readMetrics";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/metrics`: for Prometheus, by METRICS_TOKEN as a bearer token. Nobody's account opens it. */
export const getMetrics = defineEndpoint({
	method: "get",
	path: "/metrics",
	allow: "anyone",
	handle: async ({ req }) => {
		const { text, contentType } = await readMetrics({ req });
		return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
	},
});
