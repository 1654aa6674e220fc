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
 * The rows each relation names, as far as they exist, in the request's transaction and one statement.
 */
export async function findRelated(
	req: PayloadRequest,
	relations: readonly Relation[],
): Promise<{ relation: Relation; rows: RelatedRow[] }[]> {
	const targets = [...new Set(relations.map((relation) => relation.target))];
	if (targets.length === 0) return [];
	const sql = await sqlOf(req);
	const rows = await sql<RelatedRow & { target: Slug }>(
		targets.map(selectFrom).join(" UNION ALL "),
		targets.map((target) => relations.flatMap((relation) => (relation.target === target ? relation.ids : []))),
	);
	return relations.map((relation) => ({
		relation,
		rows: rows.filter(({ target, id }) => target === relation.target && relation.ids.includes(id)),
	}));
}

function selectFrom(target: Slug, index: number): string {
	// Collections without a row in the matrix do not exist: the name is ours, never the sender's.
	if (!(target in matrix)) throw new Error(`${target} is not a collection.`);
	return `SELECT '${target}' AS target, t.id, ${columns[target] ?? owned("t.casino_id")}
		FROM ${target.replaceAll("-", "_")} t WHERE t.id = ANY($${index + 1}::uuid[])`;
}
