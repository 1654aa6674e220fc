import type { PayloadRequest } from "payload";
import { NotFound } from "@/errors";
import type { ProductConfiguration, ProductTable } from "@/provisioning/ports";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";

export type Configuration = ProductConfiguration & {
	/** To the microsecond, as text. */
	readAt: string;
	/** Tables that stay out: the product needs an area and a game. */
	left: { id: string; name: string; why: string }[];
};

/** Whoever is on the roster may work in the product, until they are disabled or no longer belong to the casino. */
const isEnabledSql = `(p.status = 'invited' OR (p.status = 'active' AND EXISTS (
	SELECT 1 FROM users u JOIN users_memberships m ON m._parent_id = u.id AND m.casino_id = p.casino_id
	WHERE u.id = p.user_id OR (p.user_id IS NULL AND u.email = lower(p.email)))))`;

const gamesSql = `(SELECT coalesce(json_agg(json_build_object(
		'game', g.game, 'variant', g.variant, 'minBet', g.min_bet, 'maxBet', g.max_bet) ORDER BY g.game, g.variant), '[]')
	FROM (SELECT DISTINCT ON (game, coalesce(variant, '')) game, coalesce(variant, '') AS variant, min_bet, max_bet
		FROM casino_settings_games WHERE _parent_id = s.id ORDER BY game, coalesce(variant, ''), _order) g)`;

/** An approved override lifts a freeze for its time; one without an end, to the end of the freeze. */
const freezesSql = `(SELECT coalesce(json_agg(json_build_object(
		'id', o.id, 'from', ${isoSql("o.freeze_from")}, 'until', ${isoSql("o.freeze_until")},
		'liftedUntil', (SELECT ${isoSql("max(coalesce(d.lifted_until, o.freeze_until))")} FROM decisions d
			WHERE d.onboarding_id = o.id AND d.kind = 'freeze_override' AND d.status = 'approved')) ORDER BY o.id), '[]')
	FROM onboardings o WHERE o.casino_id = c.id AND o.status IN ('open', 'on_hold') AND o.freeze_until > greatest(now(), o.freeze_from))`;

/**
 * Everything of a casino that the product has too, and the revision it stands at, in one statement: of two changes none is seen
 * without the revision that it raised.
 *
 * @throws NotFound
 */
export async function readConfiguration(input: { req: PayloadRequest; casinoId: string }): Promise<Configuration> {
	const { req, casinoId } = input;
	const sql = await sqlOf(req);
	type Row = Omit<Configuration, "tables" | "left"> & { tables: (ProductTable & { areaId: string | null })[] };
	const [row] = await sql<Row>(
		`SELECT c.id AS "casinoId", c.name, c.timezone, now()::text AS "readAt",
			coalesce((SELECT revision FROM product_syncs WHERE casino_id = c.id), 0) AS revision,
			(SELECT json_build_object('workingHours', s.working_hours, 'defaultTravelBufferMinutes', s.default_travel_buffer::int,
					'defaultJobDurationMinutes', s.default_job_duration::int, 'games', ${gamesSql})
				FROM casino_settings s WHERE s.casino_id = c.id) AS settings,
			coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'status', a.status) ORDER BY a.name)
				FROM floor_areas a WHERE a.casino_id = c.id), '[]') AS areas,
			coalesce((SELECT json_agg(json_build_object(
					'id', t.id, 'name', t.name, 'areaId', t.area_id, 'game', t.game, 'minBet', t.min_bet, 'maxBet', t.max_bet,
					'currency', t.currency, 'status', t.status) ORDER BY t.name)
				FROM gaming_tables t WHERE t.casino_id = c.id), '[]') AS tables,
			coalesce((SELECT json_agg(json_build_object(
					'id', p.id, 'email', p.email, 'name', p.name, 'role', p.role, 'isEnabled', ${isEnabledSql}) ORDER BY p.id)
				FROM staff p WHERE p.casino_id = c.id), '[]') AS people,
			${freezesSql} AS freezes
		 FROM casinos c WHERE c.id = $1::uuid`,
		[casinoId],
	);
	if (!row) throw new NotFound("casino");
	const isComplete = ({ areaId, game }: ProductTable) => Boolean(areaId) && Boolean(game);
	const left = row.tables
		.filter((table) => !isComplete(table))
		.map(({ id, name, areaId }) => ({ id, name, why: areaId ? "It has no game." : "It has no area." }));
	return { ...row, tables: row.tables.filter(isComplete), left };
}
