import type { PayloadRequest } from "payload";
import type { Floor } from "@/domain/floor/floorImport";
import { sqlOf } from "@/queue/sqlOf";

/** A casino's areas, tables and people, as an import compares them. */
export async function readFloor({ req, casinoId }: { req: PayloadRequest; casinoId: string }): Promise<Floor> {
	const sql = await sqlOf(req);
	const [floor] = await sql<Floor>(
		`SELECT
			coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'status', a.status))
				FROM floor_areas a WHERE a.casino_id = $1::uuid), '[]') AS areas,
			coalesce((SELECT json_agg(json_build_object(
					'id', t.id, 'name', t.name, 'area', a.name, 'areaId', a.id, 'game', t.game, 'minBet', t.min_bet, 'maxBet', t.max_bet,
					'currency', coalesce(t.currency, 'usd'), 'status', t.status, 'isInPilot', coalesce(t.is_in_pilot, false)
				)) FROM gaming_tables t LEFT JOIN floor_areas a ON a.id = t.area_id WHERE t.casino_id = $1::uuid), '[]') AS tables,
			coalesce((SELECT json_agg(json_build_object(
					'id', s.id, 'email', s.email, 'name', s.name, 'role', s.role, 'status', s.status,
					'invitedAs', (SELECT max(i.role::text) FROM staff_invites i WHERE i.casino_id = s.casino_id
						AND lower(i.email) = lower(s.email) AND i.status = 'pending' AND i.expires_at > now())
				)) FROM staff s WHERE s.casino_id = $1::uuid), '[]') AS people`,
		[casinoId],
	);
	if (!floor) throw new Error("A statement without a source answers one row.");
	return floor;
}
