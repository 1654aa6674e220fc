import type {
	CollectionAfterChangeHook,
	CollectionAfterDeleteHook,
	CollectionAfterLoginHook,
	CollectionAfterLogoutHook,
	CollectionBeforeDeleteHook,
	CollectionConfig,
	PayloadRequest,
} from "payload";
import { changedFields } from "@/audit/changedFields";
import { slug } from "@/slugs";
import { recordChange } from "./recordChange";
import { readStoredDocument, storedFields } from "./storedDocument";

/** An event's row is its own record when it comes in; it is audited from its settlement on. */
const recordedByThemselves: ReadonlySet<string> = new Set([slug.paymentEvents]);

/**
 * The same collection with every create, update and delete in the audit record, and sign-ins for one with accounts.
 * Its hooks run last and in the change's transaction: what cannot be recorded is rolled back.
 */
export function auditCollection(config: CollectionConfig): CollectionConfig {
	const { hooks = {} } = config;
	// Entries are written by SQL only, and are not records of themselves.
	if (config.slug === slug.auditEntries) return config;
	const signIns = config.auth
		? {
				afterLogin: [...(hooks.afterLogin ?? []), recordSignIn],
				afterLogout: [...(hooks.afterLogout ?? []), recordSignOut],
			}
		: {};
	return {
		...config,
		hooks: {
			...hooks,
			...signIns,
			afterChange: [...(hooks.afterChange ?? []), recordSave],
			beforeDelete: [...(hooks.beforeDelete ?? []), noteDeleted],
			afterDelete: [...(hooks.afterDelete ?? []), recordDelete],
		},
	};
}

const recordSave: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, operation, req }) => {
	if (operation === "create" && recordedByThemselves.has(collection.slug)) return;
	const after = await readStoredDocument(req, collection, doc.id);
	if (!after) throw new Error(`${collection.slug} ${doc.id} is gone before its change was recorded.`);
	const before = operation === "update" ? storedFields(previousDoc, collection.flattenedFields) : null;
	if (before && changedFields(before, after).length === 0) return;
	await recordChange({ req, action: operation, collection: collection.slug, document: String(doc.id), before, after });
};

const deleted = new WeakMap<PayloadRequest, Map<string, object>>();

/** After the deletion only what the sender selected is left to see. */
const noteDeleted: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
	const document = await readStoredDocument(req, collection, id);
	if (!document) return;
	const documents = deleted.get(req) ?? new Map<string, object>();
	deleted.set(req, documents.set(`${collection.slug}/${id}`, document));
};

const recordDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
	const documents = deleted.get(req);
	const before = documents?.get(`${collection.slug}/${id}`);
	documents?.delete(`${collection.slug}/${id}`);
	if (!before) throw new Error(`${collection.slug} ${id} was deleted without having been read.`);
	await recordChange({ req, action: "delete", collection: collection.slug, document: String(id), before });
};

const recordSignIn: CollectionAfterLoginHook = async ({ collection, req, user }) => {
	await recordChange({ req, action: "sign_in", collection: collection.slug, document: String(user.id) });
};

const recordSignOut: CollectionAfterLogoutHook = async ({ collection, req }) => {
	if (!req.user) return;
	await recordChange({ req, action: "sign_out", collection: collection.slug, document: String(req.user.id) });
};
