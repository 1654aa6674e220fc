import { type FlattenedField, type PayloadRequest, ValidationError } from "payload";
import { actorOf, idOf } from "@/access/actorOf";
import { matrix } from "@/access/matrix";
import { reachOf } from "@/access/scope";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";

type Input = {
	req: PayloadRequest;
	collection: Slug;
	operation: "create" | "update";
	data: Record<string, unknown>;
	original: Record<string, unknown>;
	isSystem: boolean;
};

type Relation = { path: string; target: Slug; ids: string[] };

/** Tables of the collections whose rows belong to one casino, and the column that says which. */
const tenantTables: Partial<Record<Slug, { table: string; column: string }>> = Object.fromEntries(
	(Object.keys(matrix) as Slug[])
		.filter((name) => matrix[name].scope === "casino" || name === slug.paymentEvents || name === slug.risks)
		.map((name) => [name, { table: name.replaceAll("-", "_"), column: "casino_id" }]),
);

function relationsOf(fields: FlattenedField[], data: Record<string, unknown>, prefix = ""): Relation[] {
	return fields.flatMap((field): Relation[] => {
		const value = data[field.name];
		if (value === undefined || value === null) return [];
		const path = `${prefix}${field.name}`;
		if (field.type === "group" && typeof value === "object") {
			return relationsOf(field.flattenedFields, value as Record<string, unknown>, `${path}.`);
		}
		if (field.type === "array" && Array.isArray(value)) {
			return value.flatMap((row, index) => relationsOf(field.flattenedFields, row, `${path}.${index}.`));
		}
		if ((field.type === "relationship" || field.type === "upload") && typeof field.relationTo === "string") {
			const ids = (Array.isArray(value) ? value : [value]).map(idOf).filter((id) => id !== null);
			return ids.length > 0 ? [{ path, target: field.relationTo as Slug, ids }] : [];
		}
		return [];
	});
}

function refuse(input: Input, path: string, message: string): never {
	throw new ValidationError({ collection: input.collection, errors: [{ path, message }], req: input.req });
}

const noSuch = "There is no such record here. Choose one of this customer's.";

/** A person or service writes only for the casinos their role reaches, in the row and in every membership it names. */
function assertReach(input: Input, relations: Relation[]): void {
	if (input.isSystem) return;
	const actor = actorOf(input.req);
	// An anonymous write is the business of the collection's own rule (the first administrator, for one).
	if (actor.kind === "anonymous") return;
	const reach = reachOf(actor, input.collection, input.operation);
	if (reach === "all") return;
	for (const relation of relations.filter(({ target }) => target === slug.casinos)) {
		if (relation.ids.some((id) => !reach.includes(id))) refuse(input, relation.path, noSuch);
	}
	const ownsRows = matrix[input.collection].scope === "casino";
	if (input.operation === "create" && ownsRows && !idOf(input.data.casino)) {
		refuse(input, "casino", "Say which casino this belongs to.");
	}
}

/** What a related row must share with this one. */
async function assertAgreement(input: Input, casino: string, relations: Relation[]): Promise<void> {
	const sql = await sqlOf(input.req);
	for (const relation of relations) {
		const tenant = tenantTables[relation.target];
		if (!tenant) continue;
		const rows = await sql<{ id: string; casino: string | null }>(
			`SELECT id, ${tenant.column} AS casino FROM ${tenant.table} WHERE id = ANY($1::uuid[])`,
			[relation.ids],
		);
		// A row of the vendor's own (a file without a casino) may be attached by the vendor's people alone.
		const isForeign =
			rows.length < new Set(relation.ids).size || rows.some((row) => row.casino !== casino && row.casino !== null);
		const isVendorsOwn = rows.some((row) => row.casino === null);
		const actor = actorOf(input.req);
		const mayUseVendorsOwn = input.isSystem || (actor.kind === "person" && actor.vendorRole !== null);
		if (isForeign || (isVendorsOwn && !mayUseVendorsOwn)) refuse(input, relation.path, noSuch);
	}
	const company = idOf(input.data.company);
	if (company && input.collection !== slug.casinos) {
		const [row] = await sql<{ company_id: string | null }>("SELECT company_id FROM casinos WHERE id = $1::uuid", [
			casino,
		]);
		if (row && row.company_id !== null && row.company_id !== company) {
			refuse(input, "company", "This is not the company of that casino.");
		}
	}
}

/**
 * The one place where a write's tenant is checked: whom it may be written for, and that every related row belongs
 * to the same casino (`company` and `onboarding` beside `casino` included).
 * @throws ValidationError at the field; what exists elsewhere is answered as if it did not
 */
export async function assertTenancy(input: Input): Promise<void> {
	const { config } = input.req.payload.collections[input.collection];
	const relations = relationsOf(config.flattenedFields, input.data);
	assertReach(input, relations);
	const casino = idOf(input.data.casino) ?? idOf(input.original.casino);
	if (casino)
		await assertAgreement(
			input,
			casino,
			relations.filter(({ target }) => target !== slug.casinos),
		);
}
