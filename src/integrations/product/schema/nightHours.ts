/** Opening hours whose end is at or before their start end on the next day: shifts after midnight are in scope too. */
export const nightHours = /* sql */ `
CREATE OR REPLACE FUNCTION floor.read_shifts(p_from timestamptz, p_to timestamptz)
RETURNS TABLE (starts timestamptz, ends timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	WITH zone AS (
		SELECT c.timezone, s.working_hours FROM floor.casino c JOIN floor.casino_settings s ON s.casino_id = c.id
		WHERE c.id = floor.current_casino()
	), opened AS (
		SELECT zone.timezone, d.day::date AS day, (h.hours ->> 'start')::time AS starts, (h.hours ->> 'end')::time AS ends
		FROM zone, generate_series(
				(p_from AT TIME ZONE zone.timezone)::date - 1, (p_to AT TIME ZONE zone.timezone)::date, interval '1 day'
			) AS d(day),
			LATERAL (SELECT zone.working_hours -> trim(to_char(d.day, 'day')) AS hours) h
		WHERE (h.hours ->> 'enabled')::boolean
	), open AS (
		SELECT timezone, (day + starts) AT TIME ZONE timezone AS starts,
			(CASE WHEN ends <= starts THEN day + 1 ELSE day END + ends) AT TIME ZONE timezone AS ends
		FROM opened
	), shift AS (
		SELECT (d.day::date + make_interval(hours => 8 * n - 2)) AT TIME ZONE zone.timezone AS starts,
			(d.day::date + make_interval(hours => 8 * n + 6)) AT TIME ZONE zone.timezone AS ends
		FROM zone, generate_series(
				(p_from AT TIME ZONE zone.timezone)::date - 1, (p_to AT TIME ZONE zone.timezone)::date, interval '1 day'
			) AS d(day), generate_series(1, 3) AS n
	)
	SELECT s.starts, s.ends FROM shift s
	WHERE s.starts >= p_from AND s.starts < p_to
		AND EXISTS (SELECT 1 FROM open o WHERE o.starts < s.ends AND o.ends > s.starts)
$$;
`;
