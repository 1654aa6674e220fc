import { type Access, Forbidden, NotFound, type PayloadHandler, type SanitizedConfig } from "payload";
import { actorOf } from "./actorOf";
import { matrix } from "./matrix";

const preferences = "payload-preferences";

const forNobodyPaths: ReadonlySet<string> = new Set(["/first-register", "/verify/:id"]);

const nobody: Access = () => false;

/** Payload asks by id whether a record exists before it asks whether the person may know. */
const forVendorOnly =
	(handler: PayloadHandler): PayloadHandler =>
	(req) => {
		const actor = actorOf(req);
		if (actor.kind !== "person" || actor.vendorRole === null) throw new Forbidden(req.t);
		return handler(req);
	};

/**
 * The first administrator is made when the system is first started, never by whoever comes first over the network; an address is
 * proved by our own links.
 */
const forNobody: PayloadHandler = (req) => {
	throw new Forbidden(req.t);
};

/** Payload looks for a version to restore where none are kept, and fails. */
const forNoVersions = forVendorOnly((req) => {
	throw new NotFound(req.t);
});

/** Payload fails to delete a saved view that is not there. */
const forSavedView =
	(handler: PayloadHandler): PayloadHandler =>
	async (req) => {
		const { user, payload, routeParams } = req;
		if (!user) throw new Forbidden(req.t);
		const where = { key: { equals: routeParams?.key }, "user.value": { equals: user.id } };
		const { totalDocs } = await payload.db.count({ collection: preferences, req, where });
		if (totalDocs === 0) throw new NotFound(req.t);
		return handler(req);
	};

/**
 * Shuts what Payload itself leaves ajar. Its own collections cannot be written in the configuration: it adds them, open
 * to everybody signed in, when the configuration is built. Each person keeps their own preferences.
 */
export function lockDownPayload(config: SanitizedConfig): SanitizedConfig {
	for (const collection of config.collections) {
		if (!(collection.slug in matrix)) {
			const isPreferences = collection.slug === preferences;
			const closed = { create: nobody, read: nobody, update: nobody, delete: nobody };
			Object.assign(collection.access, isPreferences ? {} : closed, { readVersions: nobody });
		}
		if (!collection.endpoints) continue;
		collection.endpoints = collection.endpoints.map((endpoint) => {
			if (endpoint.path === "/:key" && endpoint.method === "delete")
				return { ...endpoint, handler: forSavedView(endpoint.handler) };
			if (endpoint.path === "/access/:id?") return { ...endpoint, handler: forVendorOnly(endpoint.handler) };
			if (endpoint.path === "/versions/:id" && endpoint.method === "post" && !collection.versions)
				return { ...endpoint, handler: forNoVersions };
			return forNobodyPaths.has(endpoint.path) ? { ...endpoint, handler: forNobody } : endpoint;
		});
	}
	return config;
}
