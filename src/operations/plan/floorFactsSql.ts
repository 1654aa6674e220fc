import { isoSql } from "@/queue/isoSql";

/** One sub-select for each named list of the floor's facts, over the areas and tables that count. */
const names = (column: string, from: string) =>
	`coalesce((SELECT json_agg(DISTINCT ${column} ORDER BY ${column}) FROM ${from}), '[]')`;

const inService = "tables t WHERE t.status <> 'out_of_service'";

/**
 * The floor of the onboarding `o` in its agreed scope (as `findAgreedScope`: places and shifts); while none is agreed, all active
 * areas and their tables, and the tables that stand in no area. A table is played with its own limits or with those of its game in the settings.
 */
export const floorFactsSql = `(WITH agreed AS MATERIALIZED (
		SELECT r.floor_areas_id AS area, r.gaming_tables_id AS single FROM onboardings_rels r
		WHERE r.parent_id = o.id AND r.path IN ('scope.areas', 'scope.tables')
			AND EXISTS (SELECT 1 FROM onboardings_scope_shifts s WHERE s._parent_id = o.id)
	), areas AS (
		SELECT a.id, a.name, a.status FROM floor_areas a WHERE a.casino_id = o.casino_id
			AND CASE WHEN EXISTS (SELECT 1 FROM agreed) THEN a.id IN (SELECT area FROM agreed) ELSE a.status = 'active' END
	), tables AS (
		SELECT t.id, t.name, t.area_id, t.game::text AS game, t.status, t.min_bet IS NOT NULL AND t.max_bet IS NOT NULL AS has_limits
		FROM gaming_tables t WHERE t.casino_id = o.casino_id AND (t.area_id IN (SELECT id FROM areas)
			OR CASE WHEN EXISTS (SELECT 1 FROM agreed) THEN t.id IN (SELECT single FROM agreed) ELSE t.area_id IS NULL END)
	)
	SELECT json_build_object(
		'areas', (SELECT count(*) FROM areas WHERE status = 'active'),
		'tables', (SELECT count(*) FROM ${inService}),
		'closed', ${names(
			"p.name",
			`(SELECT a.name FROM areas a WHERE a.status <> 'active' UNION ALL SELECT t.name FROM tables t
				WHERE t.status = 'out_of_service' AND t.id IN (SELECT single FROM agreed)) p`,
		)},
		'emptyAreas', ${names("a.name", `areas a WHERE a.status = 'active' AND NOT EXISTS (SELECT 1 FROM ${inService} AND t.area_id = a.id)`)},
		'tablesWithoutArea', ${names("t.name", `${inService} AND t.area_id IS NULL`)},
		'tablesWithoutGame', ${names("t.name", `${inService} AND t.game IS NULL`)},
		'gamesWithoutLimits', ${names(
			"t.game",
			`${inService} AND t.game IS NOT NULL AND NOT t.has_limits AND NOT EXISTS (
				SELECT 1 FROM casino_settings s JOIN casino_settings_games g ON g._parent_id = s.id
				WHERE s.casino_id = o.casino_id AND g.game::text = t.game AND g.min_bet IS NOT NULL AND g.max_bet IS NOT NULL)`,
		)}
	))`;

/** How far the product knows the casino of `o`; null when nothing was ever brought there. */
export const syncFactsSql = `(SELECT json_build_object('isDone', s.revision = s.synced_revision AND s.frozen_until IS NULL,
		'problem', s.problem, 'frozenUntil', ${isoSql("s.frozen_until")})
	FROM product_syncs s WHERE s.casino_id = o.casino_id)`;

const linesOf = (expression: string, condition = "true") =>
	`(SELECT string_agg(${expression}, '; ' ORDER BY b._order) FROM casino_settings s
		JOIN casino_settings_boundaries b ON b._parent_id = s.id WHERE s.casino_id = o.casino_id AND ${condition})`;

/**
 * The three questions of the system of record, each with the item that answers it. Where a version of the playbook has no item
 * for it, or one that is signed without words, the words are those of the register in the settings.
 */
export const boundaryFactsSql = `(SELECT json_agg(json_build_object(
		'question', q.key, 'item', i.id, 'isOpen', i.id IS NOT NULL AND i.status <> 'done',
		'answer', coalesce(nullif(trim(i.proof_value), ''), nullif(trim(q.written), '')),
		'by', coalesce(i.signed_name, u.name), 'at', ${isoSql("i.done_at")}) ORDER BY q.position)
	FROM (VALUES
		(1, 'entered_first_in_product', ${linesOf("b.record", "b.first_in = 'product'")}),
		(2, 'stays_on_paper', ${linesOf("coalesce(nullif(trim(b.on_paper), ''), b.record)", "(b.first_in = 'paper' OR trim(b.on_paper) <> '')")}),
		(3, 'fallback', ${linesOf("b.fallback")})
	) AS q(position, key, written)
	LEFT JOIN checklist_items i ON i.onboarding_id = o.id AND i.key = q.key AND i.retired_at IS NULL AND i.status <> 'not_needed'
	LEFT JOIN users u ON u.id = i.done_by_id)`;

const entryOf = (condition: string) =>
	`(SELECT e.id FROM audit_entries e WHERE e.casino_id = o.casino_id AND ${condition} LIMIT 1)`;
const byPerson = "e.action IN ('create', 'update') AND e.actor LIKE 'user:%'";

/**
 * Entries of the audit record that show what it is asked for: people's changes of staff and settings, and an export of it. A change
 * is recorded after the plan was reviewed for it; the sync with the product that follows reviews it again.
 */
export const auditFactsSql = `json_build_object(
	'staff', ${entryOf(`e.collection = 'staff' AND ${byPerson}`)},
	'settings', ${entryOf(`e.collection = 'casino-settings' AND ${byPerson}`)},
	'exported', ${entryOf("e.action = 'audit.exported'")})`;
