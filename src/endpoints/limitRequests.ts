import type { Endpoint, FlattenedField, PayloadHandler, PayloadRequest, SanitizedConfig } from "payload";
import { actorOf, isVendor } from "@/access/actorOf";
import { isDayField } from "@/domain/calendar/isDayField";
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
		const { slug: name, flattenedFields } = collection;
		collection.endpoints = collection.endpoints.map((endpoint) => limitEndpoint(endpoint, name, flattenedFields));
	}
	for (const global of config.globals) {
		if (!global.endpoints) continue;
		const { flattenedFields } = global;
		global.endpoints = global.endpoints.map((endpoint) => limitEndpoint(endpoint, global.slug, flattenedFields));
	}
	const root: Endpoint[] = config.endpoints;
	Object.assign(config, { endpoints: root.map((endpoint) => limitEndpoint(endpoint, null, [])) });
	return config;
}

function limitEndpoint(endpoint: Endpoint, of: string | null, fields: readonly FlattenedField[]): Endpoint {
	const { handler, method, path } = endpoint;
	const isBulk = path === "/" && ["patch", "delete"].includes(method);
	const query = of === null ? null : { isBulk, dates: new Set(findDates(fields)) };
	return { ...endpoint, handler: limitHandler({ handler, quota: findQuota(endpoint, of), query }) };
}

/** The paths of the fields that are dates, also as the versions table has them. */
function findDates(fields: readonly FlattenedField[], above = ""): string[] {
	return fields.flatMap((field) => {
		const path = `${above}${field.name}`;
		if (field.type === "group") return findDates(field.flattenedFields, `${path}.`);
		// A calendar day has its own rule, which says what it wants.
		return field.type === "date" && !isDayField(field) ? [path, `version.${path}`] : [];
	});
}

function findQuota({ method, path }: Endpoint, collection: string | null): QuotaName | null {
	const isMeant = (rule: (typeof counted)[number]) =>
		rule.collection === collection &&
		rule.methods.includes(method) &&
		(rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path);
	return counted.find(isMeant)?.quota ?? null;
}

type Expected = Parameters<typeof findQueryFault>[1];

function limitHandler(input: {
	handler: PayloadHandler;
	quota: QuotaName | null;
	/** What its queries must be; null where the route reads them itself. */
	query: Expected | null;
}): PayloadHandler {
	const { handler, quota, query } = input;
	return async (req) => {
		try {
			await touchSession(req);
			if (query) limitQuery(req, query);
			if (quota) await spendQuota({ req, quota });
			if (quota === "preferences") await limitPreference(req);
		} catch (error) {
			if (error instanceof KeyturnError) return toHttp(error);
			throw error;
		}
		return handler(req);
	};
}

/** Payload stores whatever comes, and looks into it as an object. */
async function limitPreference(req: PayloadRequest): Promise<void> {
	if (Number(req.headers.get("content-length") ?? 0) > longestPreference) {
		throw new InvalidInput([{ path: "value", message: `is larger than ${longestPreference} bytes.` }]);
	}
	if (req.method === "DELETE") return;
	const sent: unknown = await (req as unknown as Request)
		.clone()
		.json()
		.catch(() => null);
	if (typeof sent !== "object" || sent === null || Array.isArray(sent)) {
		throw new InvalidInput([{ path: "body", message: "is not a JSON object." }]);
	}
}

/** @throws InvalidInput naming the parameter that cannot be read or asks for too much */
function limitQuery(req: PayloadRequest, expected: Expected): void {
	const { query } = req;
	const fault = findQueryFault(query, expected);
	if (fault) throw new InvalidInput([fault]);
	const maxRows = isVendor(actorOf(req)) ? queryLimits.rows.vendor : queryLimits.rows.others;
	const problem = findQueryProblem(query, maxRows);
	if (problem) throw new InvalidInput([problem]);
	// Zero asks for all rows. So many are all there are, for whoever is not a program that reads a whole installation.
	const asksForAll = Number(query.limit ?? (query.pagination === "false" ? 0 : Number.NaN)) === 0;
	if (req.method === "GET" && asksForAll) query.limit = String(maxRows);
}
