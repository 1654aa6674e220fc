/**
 * Use in an agreed scope: areas and tables, and hours of a day on the casino's clocks. `read_usage` and `read_shifts`, which took
 * opening hours for the scope, are read by release 0.3.0 alone: they stay while its processes may still run beside this one, and a
 * migration of the release after this drops them.
 */
export const scopeUsage = /* sql */ `
-- The shifts of a scope that begin on the days. One that ends no later than it begins ends on the next day.
CREATE FUNCTION floor.read_scope_shifts(p_first date, p_days integer, p_scope jsonb)
RETURNS TABLE (place bigint, name text, starts timestamptz, ends timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT s.place, s.shift ->> 'name',
		(d.day::date + (s.shift ->> 'starts')::time) AT TIME ZONE c.timezone,
		(d.day::date + CASE WHEN (s.shift ->> 'ends')::time <= (s.shift ->> 'starts')::time THEN 1 ELSE 0 END
			+ (s.shift ->> 'ends')::time) AT TIME ZONE c.timezone
	FROM floor.casino c, jsonb_array_elements(p_scope -> 'shifts') WITH ORDINALITY AS s(shift, place),
		generate_series(p_first::timestamp, (p_first + p_days - 1)::timestamp, interval '1 day') AS d(day)
	WHERE c.id = floor.current_casino()
		AND (jsonb_array_length(s.shift -> 'days') = 0 OR s.shift -> 'days' ? trim(to_char(d.day, 'day')))
$$;

-- Areas and tables are named by Keyturn's ids. What is not in service is not in scope, but what was entered there counts.
CREATE FUNCTION floor.read_scope_tables(p_scope jsonb)
RETURNS TABLE (id uuid, area_id uuid, is_in_service boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT t.id, a.id, t.status <> 'out_of_service' AND a.status = 'active'
	FROM floor.gaming_table t JOIN floor.floor_area a ON a.casino_id = t.casino_id AND a.id = t.floor_area_id
	WHERE t.casino_id = floor.current_casino()
		AND (p_scope IS NULL OR p_scope -> 'areaIds' ? a.source_id::text OR p_scope -> 'tableIds' ? t.source_id::text)
$$;

CREATE FUNCTION floor.read_scope_usage(p_first date, p_days integer, p_scope jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.current_casino();
	v_from timestamptz;
	v_to timestamptz;
	v_usage jsonb;
BEGIN
	PERFORM floor.require_policies();
	SELECT p_first::timestamp AT TIME ZONE timezone, (p_first + p_days)::timestamp AT TIME ZONE timezone
	INTO v_from, v_to FROM floor.casino WHERE id = v_casino;
	WITH shift AS MATERIALIZED (
		SELECT row_number() OVER () AS id, s.* FROM floor.read_scope_shifts(p_first, p_days, p_scope) s WHERE p_scope IS NOT NULL
	), scoped AS MATERIALIZED (
		SELECT * FROM floor.read_scope_tables(p_scope)
	), entry AS MATERIALIZED (
		SELECT v.id, v.entered_at, v.gaming_table_id, v.staff_id, t.area_id, t.is_in_service
		FROM floor.visit_entry v JOIN scoped t ON t.id = v.gaming_table_id
		-- The last shift may end up to a day later.
		WHERE v.casino_id = v_casino AND v.entered_at >= v_from AND v.entered_at < v_to + interval '1 day'
			AND CASE WHEN p_scope IS NULL THEN v.entered_at < v_to
				ELSE EXISTS (SELECT 1 FROM shift s WHERE v.entered_at >= s.starts AND v.entered_at < s.ends) END
	), counted AS (
		SELECT s.id, s.place, s.name, count(e.id) AS entries
		FROM shift s LEFT JOIN entry e ON e.entered_at >= s.starts AND e.entered_at < s.ends GROUP BY s.id, s.place, s.name
	), by_shift AS (
		SELECT place, name, count(*) AS in_scope, count(*) FILTER (WHERE entries > 0) AS recorded, sum(entries) AS entries
		FROM counted GROUP BY place, name
	)
	SELECT jsonb_build_object(
		'entries', (SELECT count(*) FROM entry),
		'exceptions', (SELECT count(*) FROM floor.write_failure f
			WHERE f.casino_id = v_casino AND f.at >= v_from AND f.at < v_to),
		'shiftsInScope', (SELECT count(*) FROM counted),
		'shiftsRecorded', (SELECT count(*) FROM counted WHERE entries > 0),
		'shifts', coalesce((SELECT jsonb_agg(jsonb_build_object('name', b.name, 'inScope', b.in_scope, 'recorded', b.recorded,
			'entries', b.entries) ORDER BY b.place) FROM by_shift b), '[]'::jsonb),
		'tablesInScope', (SELECT count(*) FROM scoped WHERE is_in_service AND p_scope IS NOT NULL),
		'tablesUsed', (SELECT count(DISTINCT gaming_table_id) FROM entry WHERE is_in_service AND p_scope IS NOT NULL),
		'areasInScope', (SELECT count(*) FROM floor.floor_area a WHERE a.casino_id = v_casino AND a.status = 'active'
			AND p_scope IS NOT NULL
			AND (p_scope -> 'areaIds' ? a.source_id::text OR a.id IN (SELECT area_id FROM scoped WHERE is_in_service))),
		'areasUsed', (SELECT count(DISTINCT area_id) FROM entry WHERE is_in_service AND p_scope IS NOT NULL),
		'activeStaff', coalesce((SELECT jsonb_agg(jsonb_build_object('role', a.role, 'people', a.people) ORDER BY a.role)
			FROM (SELECT s.role, count(DISTINCT s.id) AS people FROM entry e
				JOIN floor.staff s ON s.casino_id = v_casino AND s.id = e.staff_id GROUP BY s.role) a), '[]'::jsonb)
	) INTO v_usage;
	RETURN v_usage;
END
$$;

GRANT EXECUTE ON FUNCTION
	floor.read_scope_shifts(date, integer, jsonb), floor.read_scope_tables(jsonb), floor.read_scope_usage(date, integer, jsonb)
TO keyturn_floor;
`;
