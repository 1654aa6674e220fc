import type { PayloadHandler, SanitizedCollectionConfig, SanitizedConfig } from "payload";
import { readFlatList } from "@/operations/lists/readFlatList";
import { plainQueryOf } from "./plainQueryOf";

/** Answers plain lists of flat collections by the shortest way, and leaves every other to Payload's own handler. */
export function answerFlatLists(config: SanitizedConfig): SanitizedConfig {
	for (const collection of config.collections) {
		if (!collection.endpoints) continue;
		collection.endpoints = collection.endpoints.map((endpoint) =>
			endpoint.path === "/" && endpoint.method === "get"
				? { ...endpoint, handler: answerFlat(collection, endpoint.handler) }
				: endpoint,
		);
	}
	return config;
}

function answerFlat(collection: SanitizedCollectionConfig, byPayload: PayloadHandler): PayloadHandler {
	return async (req) => {
		const query = plainQueryOf(req);
		const answer = query && (await readFlatList({ req, collection, query }));
		return answer ? Response.json(answer) : byPayload(req);
	};
}
