import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import { hasRoleInProduct } from "@/domain/productRoles";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import type { ProductArea, ProductTable } from "@/provisioning/ports";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { lockPlansOfCasino } from "../plan/lockPlansOfCasino";
import { reviewPlansOfCasino } from "../plan/reviewPlansOfCasino";
import { portsOf } from "../portsOf";
import { assertNotFrozen } from "../tenancy/assertNotFrozen";
import { requireFloorManager } from "./requireFloorManager";

type Of = { req: PayloadRequest; casinoId: string };
type Roster = { email: string; role: string; status: string }[];

export type SyncResult = {
	/** How many are in the product now. */
	areas: number;
	tables: number;
	/** Tables that stay out: the product needs an area and a game. */
	left: { id: string; name: string; why: string }[];
	people: { matching: number; differing: { email: string; role: string; productRole: string | null }[] };
};

/**
 * Brings the product's areas and tables in step with a casino's, and notes which role the product knows for each of its people.
 * The product is spoken to outside any transaction of ours; what it answered is written then. Safe to call again.
 *
 * @throws SignInRequired, Forbidden, NotFound (also where the product has no such tenant); Conflict while a freeze holds;
 * VendorFailed
 */
export async function syncFloor({ req, casinoId }: Of): Promise<SyncResult> {
	await requireFloorManager({ req, casinoId, collection: slug.floorAreas });
	await assertNotFrozen({ req, casinoId });
	const { product } = portsOf(req);
	const { readAt, areas, tables, left } = await readOurs({ req, casinoId });
	const counts = await product.syncFloor({ casinoId, areas, tables });
	const roster = await product.readRoster(casinoId);
	const people = await inTransaction(req, async () => {
		await lockPlansOfCasino({ req, casinoId });
		await stampSynced({ req, areas, tables, readAt });
		const compared = await noteRoles({ req, casinoId, roster });
		await reviewPlansOfCasino({ req, casinoId });
		return compared;
	});
	return { ...counts, left, people };
}

type Ours = { readAt: Date; areas: ProductArea[]; tables: ProductTable[]; left: SyncResult["left"] };

async function readOurs({ req, casinoId }: Of): Promise<Ours> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ readAt: Date; areas: ProductArea[]; tables: (ProductTable & { areaId: string | null })[] }>(
		`SELECT now() AS "readAt",
			coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'status', a.status) ORDER BY a.name)
				FROM floor_areas a WHERE a.casino_id = $1::uuid), '[]') AS areas,
			coalesce((SELECT json_agg(json_build_object(
					'id', t.id, 'name', t.name, 'areaId', t.area_id, 'game', t.game, 'minBet', t.min_bet, 'maxBet', t.max_bet,
					'currency', t.currency, 'status', t.status) ORDER BY t.name)
				FROM gaming_tables t WHERE t.casino_id = $1::uuid), '[]') AS tables`,
		[casinoId],
	);
	if (!row) throw new Error("A statement without a source answers one row.");
	const isComplete = ({ areaId, game }: ProductTable) => Boolean(areaId) && Boolean(game);
	const left = row.tables
		.filter((table) => !isComplete(table))
		.map(({ id, name, areaId }) => ({ id, name, why: areaId ? "It has no game." : "It has no area." }));
	return { ...row, tables: row.tables.filter(isComplete), left };
}

/** Marks what is in the product. What was changed after it was read is marked as of then, and shows as changed since. */
async function stampSynced(input: { req: PayloadRequest } & Pick<Ours, "areas" | "tables" | "readAt">): Promise<void> {
	const sql = await sqlOf(input.req);
	for (const table of ["areas", "tables"] as const) {
		await sql(
			`UPDATE ${table === "areas" ? "floor_areas" : "gaming_tables"} SET synced_at = $2::timestamptz
			 WHERE id = ANY($1::uuid[]) AND (synced_at IS NULL OR synced_at < updated_at)`,
			[input[table].map(({ id }) => id), input.readAt],
		);
	}
}

type Person = { id: string; email: string; role: string; productRole: string | null };

async function noteRoles({ req, casinoId, roster }: Of & { roster: Roster }): Promise<SyncResult["people"]> {
	const sql = await sqlOf(req);
	const known = new Map(
		roster.filter(({ status }) => status !== "disabled").map(({ email, role }) => [normaliseEmail(email), role]),
	);
	const people = await sql<Person & { status: string }>(
		`SELECT id, email, role, status, product_role AS "productRole" FROM staff WHERE casino_id = $1::uuid
		 ORDER BY id FOR NO KEY UPDATE`,
		[casinoId],
	);
	const found = people.map((person) => ({ ...person, now: known.get(normaliseEmail(person.email)) ?? null }));
	const changed = found.filter(({ productRole, now }) => productRole !== now);
	if (changed.length > 0) {
		await sql(
			`UPDATE staff s SET product_role = n.now, updated_at = now()
			 FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, now text) WHERE s.id = n.id`,
			[JSON.stringify(changed.map(({ id, now }) => ({ id, now })))],
		);
		await appendAudit({
			sql,
			entries: changed.map(({ id, productRole, now }) => ({
				actor: auditActorOf(req),
				action: "update",
				collection: slug.staff,
				document: id,
				casino: casinoId,
				before: { productRole },
				after: { productRole: now },
				reason: "compared with the product",
			})),
		});
	}
	const active = found.filter(({ status }) => status === "active");
	const differing = active.filter(({ role, now }) => !hasRoleInProduct({ role, productRole: now }));
	return {
		matching: active.length - differing.length,
		differing: differing.map(({ email, role, now }) => ({ email, role, productRole: now })),
	};
}
