const places = (table: "floor_areas" | "gaming_tables", path: string) =>
	`coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id)
		FROM onboardings_rels r JOIN ${table} p ON p.id = r.${table}_id WHERE r.parent_id = o.id AND r.path = '${path}'), '[]')`;

/** A table is in the pilot by its mark: areas that are in it already are named once. */
const markedTables = `coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name, t.id)
	FROM gaming_tables t WHERE t.casino_id = o.casino_id AND t.is_in_pilot AND NOT EXISTS (
		SELECT 1 FROM onboardings_rels r WHERE r.parent_id = o.id AND r.path = 'pilot.areas' AND r.floor_areas_id = t.area_id)), '[]')`;

const shifts = (of: "scope" | "pilot") =>
	`coalesce((SELECT json_agg(json_build_object('name', s.name, 'starts', s.starts, 'ends', s.ends,
			'days', array(SELECT d.value FROM onboardings_${of}_shifts_days d WHERE d.parent_id = s.id ORDER BY d.value)) ORDER BY s._order)
		FROM onboardings_${of}_shifts s WHERE s._parent_id = o.id), '[]')`;

/** What is written down of the scopes of the onboarding `o` (`WrittenScopes`). */
export const scopesSql = `json_build_object(
	'goLive', json_build_object('areas', ${places("floor_areas", "scope.areas")}, 'tables', ${places("gaming_tables", "scope.tables")}, 'shifts', ${shifts("scope")}),
	'pilot', json_build_object('areas', ${places("floor_areas", "pilot.areas")}, 'tables', ${markedTables}, 'shifts', ${shifts("pilot")}))`;
