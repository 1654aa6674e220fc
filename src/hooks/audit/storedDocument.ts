import {
	type FlattenedField,
	getLatestCollectionVersion,
	getLatestGlobalVersion,
	type PayloadRequest,
	type SanitizedCollectionConfig,
	type SanitizedGlobalConfig,
} from "payload";

/**
 * A record as the database holds it, in the request's transaction.
 * The `doc` a hook is given is the answer to the person who asked: cut down by what they selected and may read, and
 * populated as deep as they liked. Were the audit made of it, `?select=` would hide a change from the record.
 */
export async function readStoredDocument(
	req: PayloadRequest,
	collection: SanitizedCollectionConfig,
	id: number | string,
): Promise<object | null> {
	const where = { id: { equals: id } };
	const document = await getLatestCollectionVersion({
		id,
		config: collection,
		payload: req.payload,
		query: { collection: collection.slug, req, where },
		req,
	});
	return document ? storedFields(document, collection.flattenedFields) : null;
}

/** The same for a global. */
export async function readStoredGlobal(req: PayloadRequest, config: SanitizedGlobalConfig): Promise<object> {
	const { global } = await getLatestGlobalVersion({ slug: config.slug, config, payload: req.payload, req, where: {} });
	return storedFields(global ?? {}, config.flattenedFields);
}

/** Without what is computed on reading. */
export function storedFields(document: object, fields: readonly FlattenedField[]): object {
	const computed = new Set(
		fields.filter((field) => field.type === "join" || ("virtual" in field && field.virtual)).map(({ name }) => name),
	);
	const names = new Set(fields.map(({ name }) => name).filter((name) => !computed.has(name)));
	return Object.fromEntries(Object.entries(document).filter(([name]) => names.has(name)));
}
