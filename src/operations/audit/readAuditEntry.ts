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
export type AuditEntryView = {
	/** ISO 8601. */
	at: string;
	actor: string;
	/** Of a person whose account is still there. */
	actorName: string | null;
	action: string;
	collection: string;
	document: string | null;
	casino: { id: string; name: string } | null;
	reason: string | null;
	/** Null until it is sealed. */
	sequence: number | null;
	changes: FieldChange[];
	/** Personal values are there that this reader may not see. */
	hasSealed: boolean;
};

type Row = Omit<AuditEntryView, "at" | "changes" | "hasSealed"> & {
	at: Date;
	before: JsonObject | null;
	after: JsonObject | null;
};

/**
 * One entry of the record and what it changed, field by field. Personal values are opened for those who may see
 * them, “(erased)” where their key was destroyed.
 *
 * @throws SignInRequired, Forbidden for everybody but the vendor's people; NotFound
 */
export async function readAuditEntry({
	req,
	entryId,
}: {
	req: PayloadRequest;
	entryId: string;
}): Promise<AuditEntryView> {
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [entry] = await sql<Row>(
		`SELECT a.at, a.actor, u.name AS "actorName", a.action, a.collection, a.document, a.reason, a.before, a.after,
			a.sequence::float8 AS sequence, CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS casino
		FROM audit_entries a LEFT JOIN casinos c ON c.id = a.casino_id
		LEFT JOIN users u ON u.id = CASE WHEN a.actor ~ '^user:[0-9a-f-]{36}$' THEN substr(a.actor, 6)::uuid END
		WHERE a.id = $1::uuid`,
		[entryId],
	);
	if (!entry) throw new NotFound("audit entry");
	const { before, after, at, ...facts } = entry;
	const stored: Json[] = [before, after];
	const shown = revealers.includes(role) ? await openPersonal(sql, stored) : stored.map(cover);
	const hasSealed = canonicalJson(shown).includes(`"${sealedMark}"`);
	return { ...facts, at: at.toISOString(), changes: compare(shown[0] ?? null, shown[1] ?? null), hasSealed };
}

function compare(before: Json, after: Json): FieldChange[] {
	const old = flatten(before);
	const fresh = flatten(after);
	return [...new Set([...old.keys(), ...fresh.keys()])]
		.map((field) => ({ field, before: old.get(field), after: fresh.get(field) }))
		.filter((change) => canonicalJson(change.before ?? null) !== canonicalJson(change.after ?? null));
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
