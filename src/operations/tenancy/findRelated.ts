import type { PayloadRequest } from "payload";
import { matrix } from "@/access/matrix";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";
import type { Relation } from "./relationsOf";

/** What tenancy asks of a related row. Without casinos it is nobody's but the vendor's. */
export type RelatedRow = { id: string; casinos: string[]; company: string | null; isVendors: boolean };

const owned = (casino: string, company = "NULL::uuid") =>
	`array_remove(ARRAY[${casino}], NULL)::text[] AS casinos, ${company} AS company, false AS "isVendors"`;

const columns: Partial<Record<Slug, string>> = {
	[slug.casinos]: owned("t.id", "t.company_id"),
	[slug.companies]: owned("NULL::uuid"),
	[slug.plans]: owned("NULL::uuid"),
	[slug.playbooks]: owned("NULL::uuid"),
	[slug.users]: `ARRAY(SELECT m.casino_id::text FROM users_memberships m WHERE m._parent_id = t.id) AS casinos,
		NULL::uuid AS company, t.vendor_role IS NOT NULL AS "isVendors"`,
};

/**
 * The rows each relation names, as far as they exist, in the request's transaction; one statement for each collection
 * named.
 */
export async function findRelated(
	req: PayloadRequest,
	relations: readonly Relation[],
): Promise<{ relation: Relation; rows: RelatedRow[] }[]> {
	const sql = await sqlOf(req);
	const found = new Map<Slug, RelatedRow[]>();
	for (const target of new Set(relations.map((relation) => relation.target))) {
		const ids = relations.flatMap((relation) => (relation.target === target ? relation.ids : []));
		// Collections without a row in the matrix do not exist: the name is ours, never the sender's.
		if (!(target in matrix)) throw new Error(`${target} is not a collection.`);
		const rows = await sql<RelatedRow>(
			`SELECT t.id, ${columns[target] ?? owned("t.casino_id")} FROM ${target.replaceAll("-", "_")} t WHERE t.id = ANY($1::uuid[])`,
			[ids],
		);
		found.set(target, rows);
	}
	return relations.map((relation) => ({
		relation,
		rows: (found.get(relation.target) ?? []).filter(({ id }) => relation.ids.includes(id)),
	}));
}
