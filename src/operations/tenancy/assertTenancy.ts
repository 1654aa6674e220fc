import { actorOf, idOf } from "@/access/actorOf";
import { matrix } from "@/access/matrix";
import { slug } from "@/slugs";
import { findRelated, type RelatedRow } from "./findRelated";
import { type Relation, relationsOf } from "./relationsOf";
import { noSuchRecord, refuse, type TenantWrite } from "./tenantWrite";

/** A row that changed hands would take its history to another customer. What is the vendor's own may be bound again. */
function assertStays(input: TenantWrite): void {
	const before = idOf(input.original.casino);
	const isOwned = matrix[input.collection].scope === "casino";
	if (!isOwned || before === null || input.data.casino === undefined) return;
	if (idOf(input.data.casino) !== before) refuse(input, "casino", "A record stays with its customer. Make a new one.");
}

/** Whether a related row may stand in a row of this casino (null: a row of the vendor's own, bound to nobody). */
function agrees(input: TenantWrite, relation: Relation, row: RelatedRow, casino: string | null): boolean {
	const { target } = relation;
	const actor = actorOf(input.req);
	const isVendors = input.isSystem || (actor.kind === "person" && actor.vendorRole !== null);
	switch (target) {
		case slug.casinos:
		case slug.plans:
		case slug.playbooks:
		case slug.companies:
			return true;
		case slug.users:
			// Accepting an invitation names the person before, or as, they become one of the casino's.
			return (
				input.isSystem ||
				row.isVendors ||
				casino === null ||
				row.casinos.includes(casino) ||
				isAsBefore(input, relation)
			);
		default:
			// A row of the vendor's own (a file without a casino) may be attached by the vendor's people alone.
			if (row.casinos.length === 0) return isVendors;
			return casino === null || row.casinos.includes(casino);
	}
}

/** Somebody who left the casino stays on the rows that name them. */
function isAsBefore(input: TenantWrite, { path, ids }: Relation): boolean {
	const before = relationsOf(fieldsOf(input), input.original).find((relation) => relation.path === path);
	return before !== undefined && ids.every((id) => before.ids.includes(id));
}

async function assertAgreement(input: TenantWrite, relations: Relation[]): Promise<void> {
	const before = idOf(input.original.casino);
	const casino = input.data.casino === undefined ? before : idOf(input.data.casino);
	// Bound to another casino, a row must agree with it in everything it already names.
	const kept =
		casino === before
			? []
			: relationsOf(fieldsOf(input), { ...input.original, ...input.data }).filter(isNotIn(relations));
	const named = [...relations, ...kept].sort((one, other) => Number(isCasino(other)) - Number(isCasino(one)));
	const related = await findRelated(input.req, named);
	for (const { relation, rows } of related) {
		const isComplete = relation.ids.every((id) => rows.some((row) => row.id === id));
		if (!isComplete || rows.some((row) => !agrees(input, relation, row, casino))) {
			refuse(input, relation.path, noSuchRecord);
		}
	}
	const company = input.collection === slug.casinos ? null : named.find(({ path }) => path === "company");
	if (!casino || !company) return;
	const byName = related.find(({ relation }) => relation.path === "casino");
	const [tenant] = byName
		? [byName]
		: await findRelated(input.req, [{ path: "casino", target: slug.casinos, ids: [casino] }]);
	const expected = tenant?.rows[0]?.company ?? null;
	if (expected !== null && !company.ids.includes(expected)) {
		refuse(input, "company", "This is not the company of that casino.");
	}
}

const fieldsOf = ({ req, collection }: TenantWrite) => req.payload.collections[collection].config.flattenedFields;

const isCasino = ({ target }: Relation) => target === slug.casinos;

const isNotIn = (relations: Relation[]) => (relation: Relation) =>
	relations.every(({ path }) => path !== relation.path);

/**
 * The one place where a row's tenant is checked, once `assertReach` has let the write in: that it stays with its
 * casino, and that every related row exists and belongs to the same one (`company` and `onboarding` included).
 * @throws ValidationError at the field; what exists elsewhere is answered as if it did not
 */
export async function assertTenancy(input: TenantWrite): Promise<void> {
	assertStays(input);
	await assertAgreement(input, relationsOf(fieldsOf(input), input.data));
}
