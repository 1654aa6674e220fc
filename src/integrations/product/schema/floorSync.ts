/**
 * What Keyturn configures and measures: areas and tables brought in step with its own, the roster, and a period's use. The
 * connector acts as a person of the floor does, held by the policies, but as nobody on the staff: a sync is no sign-in.
 */
export const floorSync = /* sql */ `
ALTER TABLE floor.floor_area
	ADD COLUMN source_id uuid,
	ADD COLUMN kind text NOT NULL DEFAULT 'pit',
	ADD COLUMN status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
	ADD UNIQUE (casino_id, source_id),
	-- Checked when a statement ends, so that two may exchange their names.
	DROP CONSTRAINT floor_area_casino_id_name_key,
	ADD UNIQUE (casino_id, name) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE floor.gaming_table
	ADD COLUMN source_id uuid,
	-- Minor units of the currency.
	ADD COLUMN min_bet bigint CHECK (min_bet >= 0),
	ADD COLUMN max_bet bigint CHECK (max_bet >= min_bet),
	ADD COLUMN currency text,
	ADD UNIQUE (casino_id, source_id),
	DROP CONSTRAINT gaming_table_casino_id_label_key,
	ADD UNIQUE (casino_id, label) DEFERRABLE INITIALLY IMMEDIATE;

-- A write of the floor that failed, or was not permitted. The floor tool notes it; no guest stands in it.
CREATE TABLE floor.write_failure (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	staff_id uuid NOT NULL,
	at timestamptz NOT NULL DEFAULT now(),
	kind text NOT NULL CHECK (kind IN ('failed', 'not_permitted')),
	FOREIGN KEY (casino_id, staff_id) REFERENCES floor.staff (casino_id, id)
);
CREATE INDEX write_failure_by_time ON floor.write_failure (casino_id, at);
CREATE INDEX write_failure_by_staff ON floor.write_failure (casino_id, staff_id);

ALTER TABLE floor.write_failure ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT (casino_id, staff_id, at, kind) ON floor.write_failure TO keyturn_floor;
CREATE POLICY write_failure_read ON floor.write_failure FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
CREATE POLICY write_failure_add ON floor.write_failure FOR INSERT TO keyturn_floor
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND staff_id = (SELECT floor.current_staff()));

GRANT INSERT (source_id, kind, status), UPDATE (source_id, kind, status) ON floor.floor_area TO keyturn_floor;
GRANT INSERT (source_id, status, min_bet, max_bet, currency), UPDATE (source_id, min_bet, max_bet, currency)
	ON floor.gaming_table TO keyturn_floor;
ALTER POLICY floor_area_add ON floor.floor_area
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
ALTER POLICY floor_area_change ON floor.floor_area
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
ALTER POLICY gaming_table_add ON floor.gaming_table
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
ALTER POLICY gaming_table_change ON floor.gaming_table
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'pit_boss', 'connector')));

-- The connector is nobody on the staff: what it writes is recorded without one, and nobody's last visit moves.
ALTER TABLE floor.session ALTER COLUMN staff_id DROP NOT NULL;
CREATE FUNCTION floor.act_as_connector(p_casino_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM floor.casino WHERE id = p_casino_id AND status = 'active') THEN
		RAISE EXCEPTION 'There is no such active casino in the product.' USING ERRCODE = 'KT404';
	END IF;
	PERFORM floor.lock_casino(p_casino_id);
	INSERT INTO floor.session AS mine (backend, transaction, casino_id, staff_id, role)
	VALUES (pg_backend_pid(), pg_current_xact_id(), p_casino_id, NULL, 'connector')
	ON CONFLICT (backend) DO UPDATE
	SET transaction = excluded.transaction, casino_id = excluded.casino_id, staff_id = NULL, role = 'connector'
	WHERE mine.transaction <> excluded.transaction;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'Somebody has signed in to this transaction already.' USING ERRCODE = 'KT409';
	END IF;
END
$$;

-- A policy that is gone hides rows instead of failing: figures would be too low, and rows written twice.
CREATE FUNCTION floor.require_policies() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_problem text := coalesce(floor.find_role_problem(), floor.find_row_security_problem(), floor.find_policy_problem());
BEGIN
	IF v_problem IS NOT NULL THEN
		RAISE EXCEPTION '%', v_problem USING ERRCODE = 'KT409';
	END IF;
END
$$;

-- What was made in the product by hand under the same name is taken over; what Keyturn has no more is closed, never removed.
CREATE FUNCTION floor.sync_floor(p_areas jsonb, p_tables jsonb) RETURNS TABLE (areas integer, tables integer)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.current_casino();
BEGIN
	PERFORM floor.require_policies();
	UPDATE floor.floor_area a SET source_id = n.id, name = n.name, kind = n.kind, status = n.status
	FROM jsonb_to_recordset(p_areas) AS n(id uuid, name text, kind text, status text)
	WHERE a.casino_id = v_casino AND (a.source_id = n.id OR (a.source_id IS NULL AND a.name = n.name))
		AND (a.source_id, a.name, a.kind, a.status) IS DISTINCT FROM (n.id, n.name, n.kind, n.status);
	INSERT INTO floor.floor_area (casino_id, source_id, name, kind, status)
	SELECT v_casino, n.id, n.name, n.kind, n.status
	FROM jsonb_to_recordset(p_areas) AS n(id uuid, name text, kind text, status text)
	WHERE NOT EXISTS (SELECT 1 FROM floor.floor_area a WHERE a.casino_id = v_casino AND a.source_id = n.id);
	UPDATE floor.floor_area a SET status = 'closed'
	WHERE a.casino_id = v_casino AND a.source_id IS NOT NULL AND a.status <> 'closed'
		AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(p_areas) AS n(id uuid) WHERE n.id = a.source_id);

	-- Who works at a table opens and closes it: only whether it is in service at all is Keyturn's.
	UPDATE floor.gaming_table t SET source_id = n.id, label = n.name, floor_area_id = a.id, game = n.game,
		min_bet = n."minBet", max_bet = n."maxBet", currency = n.currency,
		status = CASE WHEN 'out_of_service' IN (t.status, n.status) THEN n.status ELSE t.status END
	FROM jsonb_to_recordset(p_tables)
			AS n(id uuid, name text, "areaId" uuid, game text, "minBet" bigint, "maxBet" bigint, currency text, status text)
		JOIN floor.floor_area a ON a.casino_id = v_casino AND a.source_id = n."areaId"
	WHERE t.casino_id = v_casino AND (t.source_id = n.id OR (t.source_id IS NULL AND t.label = n.name))
		AND ((t.source_id, t.label, t.floor_area_id, t.game, t.min_bet, t.max_bet, t.currency)
				IS DISTINCT FROM (n.id, n.name, a.id, n.game, n."minBet", n."maxBet", n.currency)
			OR (t.status <> n.status AND 'out_of_service' IN (t.status, n.status)));
	INSERT INTO floor.gaming_table
		(casino_id, source_id, label, floor_area_id, game, min_bet, max_bet, currency, status)
	SELECT v_casino, n.id, n.name, a.id, n.game, n."minBet", n."maxBet", n.currency, n.status
	FROM jsonb_to_recordset(p_tables)
			AS n(id uuid, name text, "areaId" uuid, game text, "minBet" bigint, "maxBet" bigint, currency text, status text)
		JOIN floor.floor_area a ON a.casino_id = v_casino AND a.source_id = n."areaId"
	WHERE NOT EXISTS (SELECT 1 FROM floor.gaming_table t WHERE t.casino_id = v_casino AND t.source_id = n.id);
	UPDATE floor.gaming_table t SET status = 'out_of_service'
	WHERE t.casino_id = v_casino AND t.source_id IS NOT NULL AND t.status <> 'out_of_service'
		AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(p_tables) AS n(id uuid) WHERE n.id = t.source_id);

	RETURN QUERY SELECT
		(SELECT count(*)::integer FROM floor.floor_area a JOIN jsonb_to_recordset(p_areas) AS n(id uuid) ON n.id = a.source_id
			WHERE a.casino_id = v_casino),
		(SELECT count(*)::integer FROM floor.gaming_table t JOIN jsonb_to_recordset(p_tables) AS n(id uuid) ON n.id = t.source_id
			WHERE t.casino_id = v_casino);
END
$$;

CREATE FUNCTION floor.read_roster() RETURNS TABLE (email text, role text, status text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
	PERFORM floor.require_policies();
	RETURN QUERY SELECT s.email, s.role, s.status FROM floor.staff s
	WHERE s.casino_id = floor.current_casino() ORDER BY s.email;
END
$$;

-- A shift is a third of a day by the casino's clocks, from 6, 14 or 22 o'clock. In scope is one that falls into opening hours;
-- recorded is one of those with an entry. What is before the opening or after the close of a day belongs to no shift in scope.
CREATE FUNCTION floor.read_shifts(p_from timestamptz, p_to timestamptz) RETURNS TABLE (starts timestamptz, ends timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	WITH zone AS (
		SELECT c.timezone, s.working_hours FROM floor.casino c JOIN floor.casino_settings s ON s.casino_id = c.id
		WHERE c.id = floor.current_casino()
	), opened AS (
		SELECT zone.timezone, d.day::date AS day, h.hours
		FROM zone, generate_series(
				(p_from AT TIME ZONE zone.timezone)::date - 1, (p_to AT TIME ZONE zone.timezone)::date, interval '1 day'
			) AS d(day),
			LATERAL (SELECT zone.working_hours -> trim(to_char(d.day, 'day')) AS hours) h
		WHERE (h.hours ->> 'enabled')::boolean
	), open AS (
		SELECT timezone, (day + (hours ->> 'start')::time) AT TIME ZONE timezone AS starts,
			(day + (hours ->> 'end')::time) AT TIME ZONE timezone AS ends
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

CREATE FUNCTION floor.read_usage(p_from timestamptz, p_to timestamptz) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.current_casino();
BEGIN
	PERFORM floor.require_policies();
	RETURN jsonb_build_object(
		'entries', (SELECT count(*) FROM floor.visit_entry v
			WHERE v.casino_id = v_casino AND v.entered_at >= p_from AND v.entered_at < p_to),
		'exceptions', (SELECT count(*) FROM floor.write_failure f
			WHERE f.casino_id = v_casino AND f.at >= p_from AND f.at < p_to),
		'shiftsInScope', (SELECT count(*) FROM floor.read_shifts(p_from, p_to)),
		'shiftsRecorded', (SELECT count(*) FROM floor.read_shifts(p_from, p_to) s WHERE EXISTS (
			SELECT 1 FROM floor.visit_entry v
			WHERE v.casino_id = v_casino AND v.entered_at >= s.starts AND v.entered_at < s.ends)),
		'tablesInScope', (SELECT count(*) FROM floor.gaming_table t
			WHERE t.casino_id = v_casino AND t.status <> 'out_of_service'),
		'tablesUsed', (SELECT count(DISTINCT v.gaming_table_id) FROM floor.visit_entry v
			JOIN floor.gaming_table t ON t.casino_id = v.casino_id AND t.id = v.gaming_table_id AND t.status <> 'out_of_service'
			WHERE v.casino_id = v_casino AND v.entered_at >= p_from AND v.entered_at < p_to),
		'activeStaff', coalesce((SELECT jsonb_agg(jsonb_build_object('role', a.role, 'people', a.people) ORDER BY a.role)
			FROM (SELECT s.role, count(DISTINCT s.id) AS people FROM floor.visit_entry v
				JOIN floor.staff s ON s.casino_id = v.casino_id AND s.id = v.staff_id
				WHERE v.casino_id = v_casino AND v.entered_at >= p_from AND v.entered_at < p_to GROUP BY s.role) a), '[]'::jsonb)
	);
END
$$;

GRANT EXECUTE ON FUNCTION floor.act_as_connector(uuid) TO keyturn_product_connector;
GRANT EXECUTE ON FUNCTION
	floor.require_policies(), floor.sync_floor(jsonb, jsonb), floor.read_roster(),
	floor.read_shifts(timestamptz, timestamptz), floor.read_usage(timestamptz, timestamptz)
TO keyturn_floor;

-- The check of a new tenant looks at the new table too: the probe has a row in it, and none can be written into the probe.
ALTER FUNCTION floor.create_probe() RENAME TO create_first_probe;
REVOKE EXECUTE ON FUNCTION floor.create_first_probe() FROM keyturn_product_connector;
CREATE FUNCTION floor.create_probe() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.create_first_probe();
BEGIN
	INSERT INTO floor.write_failure (casino_id, staff_id, kind)
	SELECT casino_id, id, 'failed' FROM floor.staff WHERE casino_id = v_casino;
	RETURN v_casino;
END
$$;
GRANT EXECUTE ON FUNCTION floor.create_probe() TO keyturn_product_connector;

SELECT floor.seal_policies();
`;
