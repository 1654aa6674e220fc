import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { reachOf } from "@/access/scope";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { requireVendor } from "./requireVendor";

export type FloorState = {
	areas: number;
	tables: number;
	/** Tables without an area or a game: they stay out of the product. */
	incomplete: number;
	people: number;
	/** Areas and tables that are in the product as they are here. */
	synced: number;
	syncedAt: string | null;
	/** Changes of settings, floor or roster are not in the product yet. */
	isPending: boolean;
	/** Why the last try failed. */
	problem: string | null;
	/** Until when a freeze keeps them out. */
	frozenUntil: string | null;
	mayChange: boolean;
};

/** What stands of a casino's floor, in one statement. @throws SignInRequired, Forbidden for everybody but the vendor's people */
export async function readFloorState({
	req,
	casinoId,
}: {
	req: PayloadRequest;
	casinoId: string;
}): Promise<FloorState> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const [row] = await sql<Omit<FloorState, "mayChange" | "syncedAt"> & { syncedAt: Date | null }>(
		`SELECT
			count(*) FILTER (WHERE kind = 'area')::int AS areas, count(*) FILTER (WHERE kind = 'table')::int AS tables,
			count(*) FILTER (WHERE kind = 'table' AND NOT complete)::int AS incomplete,
			count(*) FILTER (WHERE synced_at >= updated_at)::int AS synced, max(synced_at) AS "syncedAt",
			coalesce((SELECT revision > synced_revision FROM product_syncs WHERE casino_id = $1::uuid), false) AS "isPending",
			(SELECT problem FROM product_syncs WHERE casino_id = $1::uuid) AS problem,
			(SELECT ${isoSql("frozen_until")} FROM product_syncs WHERE casino_id = $1::uuid) AS "frozenUntil",
			(SELECT count(*)::int FROM staff WHERE casino_id = $1::uuid AND status <> 'disabled') AS people
		 FROM (
			SELECT 'area' AS kind, true AS complete, synced_at, updated_at FROM floor_areas WHERE casino_id = $1::uuid
			UNION ALL
			SELECT 'table', area_id IS NOT NULL AND game IS NOT NULL, synced_at, updated_at FROM gaming_tables WHERE casino_id = $1::uuid
		 ) floor`,
		[casinoId],
	);
	if (!row) throw new Error("A count answers one row.");
	const reach = reachOf(actorOf(req), slug.floorAreas, "create");
	return { ...row, syncedAt: row.syncedAt?.toISOString() ?? null, mayChange: reach === "all" };
}
