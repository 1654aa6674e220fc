import type { PayloadRequest } from "payload";
import { canonicalJson, type Json, type JsonObject } from "@/audit/auditEntry";
import { isSealed, openPersonal } from "@/audit/openPersonal";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { revealers } from "./auditRoles";

/** Stands for a personal value this reader may not see. */
const sealedMark = "(sealed)";

/** One field that changed; undefined on the side where it was not there. */
export type FieldChange = { field: string; before?: Json; after?: Json };
export type Comparison = {
	changes: FieldChange[];
	/** Personal values are there that this reader may not see. */
	hasSealed: boolean;
};

/**
 * What one entry of the record changed, field by field. Personal values are opened for those who may see them,
 * “(erased)” where their key was destroyed.
 *
 * @throws SignInRequired, Forbidden for everybody but the vendor's people; NotFound
 */
export async function readComparison({ req, entryId }: { req: PayloadRequest; entryId: string }): Promise<Comparison> {
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [entry] = await sql<{ before: JsonObject | null; after: JsonObject | null }>(
		"SELECT before, after FROM audit_entries WHERE id = $1::uuid",
		[entryId],
	);
	if (!entry) throw new NotFound("audit entry");
	const stored: Json[] = [entry.before, entry.after];
	const shown = revealers.includes(role) ? await openPersonal(sql, stored) : stored.map(cover);
	const [before, after] = shown.map(flatten);
	const fields = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
	const changes = [...fields]
		.map((field) => ({ field, before: before?.get(field), after: after?.get(field) }))
		.filter((change) => canonicalJson(change.before) !== canonicalJson(change.after));
	return { changes, hasSealed: canonicalJson(shown).includes(`"${sealedMark}"`) };
}

function cover(value: Json | undefined): Json {
	if (isSealed(value)) return sealedMark;
	if (Array.isArray(value)) return value.map(cover);
	if (typeof value !== "object" || value === null) return value ?? null;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cover(part)]));
}

/** Groups become one line a field (`address.city`); lists stay whole. */
function flatten(value: Json): Map<string, Json> {
	const lines = new Map<string, Json>();
	const walk = (part: Json | undefined, path: string) => {
		if (typeof part !== "object" || part === null || Array.isArray(part)) {
			if (path !== "") lines.set(path, part ?? null);
			return;
		}
		for (const [name, inner] of Object.entries(part)) walk(inner, path === "" ? name : `${path}.${name}`);
	};
	walk(value, "");
	return lines;
}
