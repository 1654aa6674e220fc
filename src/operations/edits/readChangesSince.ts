import type { PayloadRequest } from "payload";
import type { Json, JsonObject } from "@/audit/auditEntry";
import { openPersonal } from "@/audit/openPersonal";
import { sqlOf } from "@/queue/sqlOf";

/** One recorded change: what its fields were and became, who made it and when (ISO 8601). */
export type RecordedChange = {
	actor: string;
	/** Of a person whose account is still there. */
	name: string | null;
	isVendors: boolean;
	at: string;
	before: JsonObject;
	after: JsonObject;
};

type Row = Omit<RecordedChange, "at"> & { at: Date };

/**
 * What became of a record after a version of it, oldest first: personal values in the clear, for whoever may read the record
 * has read them.
 *
 * @param input.since the version (`updatedAt`). An entry names the version it led to; one from before entries did goes by its time
 */
export async function readChangesSince(input: {
	req: PayloadRequest;
	collection: string;
	document: string;
	since: Date;
}): Promise<RecordedChange[]> {
	const sql = await sqlOf(input.req);
	const rows = await sql<Row>(
		`SELECT a.actor, u.name, coalesce(u.vendor_role IS NOT NULL, true) AS "isVendors", a.at, a.before, a.after
		 FROM audit_entries a
		 LEFT JOIN users u ON u.id = CASE WHEN a.actor ~ '^user:[0-9a-f-]{36}$' THEN substr(a.actor, 6)::uuid END
		 WHERE a.collection = $1 AND a.document = $2 AND coalesce(a.record_updated_at, a.at) > $3
			AND a.before IS NOT NULL AND a.after IS NOT NULL
		 ORDER BY coalesce(a.record_updated_at, a.at), a.at, a.id`,
		[input.collection, input.document, input.since],
	);
	const opened = await openPersonal<Json>(
		sql,
		rows.flatMap(({ before, after }) => [before, after]),
	);
	return rows.map((row, index) => ({
		...row,
		at: row.at.toISOString(),
		before: opened[index * 2] as JsonObject,
		after: opened[index * 2 + 1] as JsonObject,
	}));
}
