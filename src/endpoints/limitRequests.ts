import type { Endpoint, PayloadHandler, PayloadRequest, SanitizedConfig } from "payload";
import { actorOf } from "@/access/actorOf";
import { InvalidInput, KeyturnError, toHttp } from "@/errors";
import { type QuotaName, queryLimits } from "@/operations/limits/limits";
import { spendQuota } from "@/operations/limits/spendQuota";
import { touchSession } from "@/operations/users/touchSession";
import { slug } from "@/slugs";
import { findQueryFault } from "./lists/findQueryFault";
import { findQueryProblem } from "./lists/findQueryProblem";

/** The acts that have a quota, by the route they come in through. A path that ends in `*` stands for all that begin so. */
const counted: { collection: string | null; methods: readonly Endpoint["method"][]; path: string; quota: QuotaName }[] =
	[
		{ collection: slug.media, methods: ["post", "patch"], path: "/", quota: "uploads" },
		{ collection: slug.media, methods: ["patch"], path: "/:id", quota: "uploads" },
		{ collection: slug.staffInvites, methods: ["post"], path: "/", quota: "invitations" },
		{ collection: slug.staffInvites, methods: ["post"], path: "/:id/resend", quota: "resends" },
		{ collection: slug.messages, methods: ["post"], path: "/:id/resend", quota: "resends" },
		{ collection: slug.pilotIssues, methods: ["post"], path: "/", quota: "issues" },
		{ collection: slug.casinos, methods: ["post"], path: "/:id/floor-*", quota: "imports" },
		{
			collection: "payload-preferences",
			methods: ["post", "patch", "put", "delete"],
			path: "/*",
			quota: "preferences",
		},
		{ collection: null, methods: ["get"], path: "/exports/*", quota: "exports" },
	];

/** Saved views are small; a program that keeps its data in them is not a screen. */
const longestPreference = 64_000;

/**
 * Holds every route to what one request and one person may cost: queries that can be read and are within their limits, and quotas of the acts that
 * have one. Before a body is parsed and before the route looks at anything.
 */
export function limitRequests(config: SanitizedConfig): SanitizedConfig {
	for (const collection of config.collections) {
		if (!collection.endpoints) continue;
		collection.endpoints = collection.endpoints.map((endpoint) => limitEndpoint(endpoint, collection.slug));
	}
	const root: Endpoint[] = config.endpoints;
	Object.assign(config, { endpoints: root.map((endpoint) => limitEndpoint(endpoint, null)) });
	return config;
}

function limitEndpoint(endpoint: Endpoint, collection: string | null): Endpoint {
	const quota = findQuota(endpoint, collection);
	const isBulk = collection !== null && endpoint.path === "/" && ["patch", "delete"].includes(endpoint.method);
	const { handler } = endpoint;
	return { ...endpoint, handler: limitHandler({ handler, quota, isList: collection !== null, isBulk }) };
}

function findQuota({ method, path }: Endpoint, collection: string | null): QuotaName | null {
	const isMeant = (rule: (typeof counted)[number]) =>
		rule.collection === collection &&
		rule.methods.includes(method) &&
		(rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path);
	return counted.find(isMeant)?.quota ?? null;
}

function limitHandler(input: {
	handler: PayloadHandler;
	quota: QuotaName | null;
	isList: boolean;
	isBulk: boolean;
}): PayloadHandler {
	const { handler, quota, isList, isBulk } = input;
	return async (req) => {
		try {
			await touchSession(req);
			if (isList) limitQuery(req, isBulk);
			if (quota) await spendQuota({ req, quota });
			if (quota === "preferences" && Number(req.headers.get("content-length") ?? 0) > longestPreference) {
				throw new InvalidInput([{ path: "value", message: `is larger than ${longestPreference} bytes.` }]);
			}
		} catch (error) {
			if (error instanceof KeyturnError) return toHttp(error);
			throw error;
		}
		return handler(req);
	};
}

/** @throws InvalidInput naming the parameter that cannot be read or asks for too much */
function limitQuery(req: PayloadRequest, isBulk: boolean): void {
	const { query } = req;
	const fault = findQueryFault(query, { isBulk });
	if (fault) throw new InvalidInput([fault]);
	const actor = actorOf(req);
	const isVendor = actor.kind === "person" && actor.vendorRole !== null;
	const maxRows = isVendor ? queryLimits.rows.vendor : queryLimits.rows.others;
	const problem = findQueryProblem(query, maxRows);
	if (problem) throw new InvalidInput([problem]);
	// Zero asks for all rows. So many are all there are, for whoever is not a program that reads a whole installation.
	const asksForAll = Number(query.limit ?? (query.pagination === "false" ? 0 : Number.NaN)) === 0;
	if (req.method === "GET" && asksForAll) query.limit = String(maxRows);
}
