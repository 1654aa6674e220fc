/**
 * How Keyturn's configuration reaches a tenant after it was made: as one whole, in one transaction, with a revision that grows, so
 * that what comes twice changes nothing and what comes late is left out. People and freezes are written by the RPCs; the rest
 * under the policies, by the connector.
 */
export const configurationSync = /* sql */ `
-- The newest revision that came: a higher one than the caller's has overtaken it. The lock holds until the transaction ends.
CREATE FUNCTION floor.rpc_begin_sync(p_casino_id uuid, p_revision bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_newest bigint;
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	IF NOT EXISTS (SELECT 1 FROM floor.casino WHERE id = p_casino_id AND status = 'active') THEN
		RAISE EXCEPTION 'There is no such active casino in the product.' USING ERRCODE = 'KT404';
	END IF;
	INSERT INTO floor.sync_state AS mine (casino_id, revision) VALUES (p_casino_id, p_revision)
	ON CONFLICT (casino_id) DO UPDATE SET revision = greatest(mine.revision, excluded.revision)
	RETURNING revision INTO v_newest;
	RETURN v_newest;
END
$$;

CREATE FUNCTION floor.rpc_set_freezes(p_casino_id uuid, p_freezes jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	DELETE FROM floor.configuration_freeze f WHERE f.casino_id = p_casino_id
		AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(p_freezes) AS n(id uuid) WHERE n.id = f.source_id);
	INSERT INTO floor.configuration_freeze AS f (casino_id, source_id, starts_at, ends_at, lifted_until)
	SELECT p_casino_id, n.id, n."from", n.until, n."liftedUntil"
	FROM jsonb_to_recordset(p_freezes) AS n(id uuid, "from" timestamptz, until timestamptz, "liftedUntil" timestamptz)
	ON CONFLICT (casino_id, source_id) DO UPDATE
	SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, lifted_until = excluded.lifted_until
	WHERE (f.starts_at, f.ends_at, f.lifted_until) IS DISTINCT FROM (excluded.starts_at, excluded.ends_at, excluded.lifted_until);
END
$$;

CREATE FUNCTION floor.read_people(p_people jsonb)
RETURNS TABLE (id uuid, email text, name text, role text, enabled boolean)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT n.id, lower(btrim(n.email)), n.name, n.role, n."isEnabled"
	FROM jsonb_to_recordset(p_people) AS n(id uuid, email text, name text, role text, "isEnabled" boolean)
$$;

-- Everybody on Keyturn's roster who works in the product, and who did. Who is on it no more is disabled, never removed.
CREATE FUNCTION floor.rpc_sync_people(p_casino_id uuid, p_people jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	UPDATE floor.staff s SET source_id = n.id FROM floor.read_people(p_people) n
	WHERE s.casino_id = p_casino_id AND s.email = n.email
		AND (s.source_id IS NULL OR NOT EXISTS (SELECT 1 FROM floor.read_people(p_people) m WHERE m.id = s.source_id))
		AND NOT EXISTS (SELECT 1 FROM floor.staff o WHERE o.casino_id = p_casino_id AND o.source_id = n.id);
	-- An address is corrected until somebody has come by it; from then on it is theirs.
	UPDATE floor.staff s SET email = n.email FROM floor.read_people(p_people) n
	WHERE s.casino_id = p_casino_id AND s.source_id = n.id AND s.user_id IS NULL AND s.email <> n.email
		AND NOT EXISTS (SELECT 1 FROM floor.staff o WHERE o.casino_id = p_casino_id AND o.email = n.email);

	WITH ended AS (
		UPDATE floor.staff s SET status = 'disabled', source_enabled = false
		WHERE s.casino_id = p_casino_id AND s.source_id IS NOT NULL AND s.source_enabled
			AND NOT EXISTS (SELECT 1 FROM floor.read_people(p_people) n WHERE n.id = s.source_id AND n.enabled)
		RETURNING s.id
	)
	UPDATE floor.staff_invite i SET status = 'revoked' FROM ended
	WHERE i.casino_id = p_casino_id AND i.staff_id = ended.id AND i.status = 'pending';

	WITH back AS (
		UPDATE floor.staff s SET source_enabled = true,
			status = CASE WHEN s.user_id IS NULL THEN 'invited' ELSE 'active' END
		FROM floor.read_people(p_people) n
		WHERE s.casino_id = p_casino_id AND s.source_id = n.id AND n.enabled AND NOT s.source_enabled
		RETURNING s.id, s.status
	), made AS (
		INSERT INTO floor.staff (casino_id, source_id, email, name, role, source_role, origin)
		SELECT p_casino_id, n.id, n.email, n.name, n.role, n.role, 'sync' FROM floor.read_people(p_people) n
		WHERE n.enabled AND NOT EXISTS (
			SELECT 1 FROM floor.staff s WHERE s.casino_id = p_casino_id AND (s.source_id = n.id OR s.email = n.email))
		ON CONFLICT DO NOTHING RETURNING id, status
	)
	INSERT INTO floor.staff_invite (casino_id, staff_id)
	SELECT p_casino_id, id FROM (SELECT * FROM back UNION ALL SELECT * FROM made) come WHERE status = 'invited'
	ON CONFLICT (casino_id, staff_id) WHERE status = 'pending' DO NOTHING;

	UPDATE floor.staff s SET name = n.name, source_role = n.role,
		role = CASE WHEN s.source_role IS DISTINCT FROM n.role THEN n.role ELSE s.role END
	FROM floor.read_people(p_people) n
	WHERE s.casino_id = p_casino_id AND s.source_id = n.id AND n.enabled
		AND (s.name, s.source_role) IS DISTINCT FROM (n.name, n.role);
END
$$;

-- A name that is wanted again is taken from what was closed. One that somebody gave by hand in the product stays theirs.
CREATE FUNCTION floor.free_names(p_areas jsonb, p_tables jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.current_casino();
	v_taken text;
BEGIN
	UPDATE floor.floor_area a SET name = format('%s (closed %s)', a.name, left(a.id::text, 8))
	WHERE a.casino_id = v_casino AND a.source_id IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(p_areas) AS n(id uuid) WHERE n.id = a.source_id)
		AND EXISTS (SELECT 1 FROM jsonb_to_recordset(p_areas) AS n(name text) WHERE n.name = a.name);
	UPDATE floor.gaming_table t SET label = format('%s (closed %s)', t.label, left(t.id::text, 8))
	WHERE t.casino_id = v_casino AND t.source_id IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(p_tables) AS n(id uuid) WHERE n.id = t.source_id)
		AND EXISTS (SELECT 1 FROM jsonb_to_recordset(p_tables) AS n(name text) WHERE n.name = t.label);
	SELECT own.name INTO v_taken FROM (
		SELECT a.name FROM floor.floor_area a
			JOIN jsonb_to_recordset(p_areas) AS n(id uuid, name text) ON n.name = a.name
			JOIN floor.floor_area o ON o.casino_id = v_casino AND o.source_id = n.id
		WHERE a.casino_id = v_casino AND a.source_id IS NULL
		UNION ALL
		SELECT t.label FROM floor.gaming_table t
			JOIN jsonb_to_recordset(p_tables) AS n(id uuid, name text) ON n.name = t.label
			JOIN floor.gaming_table o ON o.casino_id = v_casino AND o.source_id = n.id
		WHERE t.casino_id = v_casino AND t.source_id IS NULL
	) own LIMIT 1;
	IF v_taken IS NOT NULL THEN
		RAISE EXCEPTION 'The product has another area or table of its own called %.', v_taken USING ERRCODE = 'KT409';
	END IF;
END
$$;

CREATE FUNCTION floor.write_settings(p_casino jsonb, p_settings jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.current_casino();
	v_games jsonb := coalesce(p_settings -> 'games', '[]');
BEGIN
	UPDATE floor.casino c SET name = p_casino ->> 'name', timezone = p_casino ->> 'timezone'
	WHERE c.id = v_casino AND (c.name, c.timezone) IS DISTINCT FROM (p_casino ->> 'name', p_casino ->> 'timezone');
	IF jsonb_typeof(p_settings) IS DISTINCT FROM 'object' THEN
		RETURN;
	END IF;
	UPDATE floor.casino_settings s SET working_hours = p_settings -> 'workingHours',
		default_travel_buffer_minutes = (p_settings ->> 'defaultTravelBufferMinutes')::integer,
		default_job_duration_minutes = (p_settings ->> 'defaultJobDurationMinutes')::integer
	WHERE s.casino_id = v_casino
		AND (s.working_hours, s.default_travel_buffer_minutes, s.default_job_duration_minutes) IS DISTINCT FROM (
			p_settings -> 'workingHours', (p_settings ->> 'defaultTravelBufferMinutes')::integer,
			(p_settings ->> 'defaultJobDurationMinutes')::integer);
	DELETE FROM floor.game_setting g WHERE g.casino_id = v_casino AND g.is_synced AND NOT EXISTS (
		SELECT 1 FROM jsonb_to_recordset(v_games) AS n(game text, variant text)
		WHERE (n.game, n.variant) = (g.game, g.variant));
	UPDATE floor.game_setting g SET min_bet = n."minBet", max_bet = n."maxBet", is_synced = true
	FROM jsonb_to_recordset(v_games) AS n(game text, variant text, "minBet" bigint, "maxBet" bigint)
	WHERE g.casino_id = v_casino AND (g.game, g.variant) = (n.game, n.variant)
		AND (g.min_bet, g.max_bet, g.is_synced) IS DISTINCT FROM (n."minBet", n."maxBet", true);
	INSERT INTO floor.game_setting (casino_id, game, variant, min_bet, max_bet, is_synced)
	SELECT v_casino, n.game, n.variant, n."minBet", n."maxBet", true
	FROM jsonb_to_recordset(v_games) AS n(game text, variant text, "minBet" bigint, "maxBet" bigint)
	WHERE NOT EXISTS (
		SELECT 1 FROM floor.game_setting g WHERE g.casino_id = v_casino AND (g.game, g.variant) = (n.game, n.variant));
END
$$;

-- What a freeze refuses is left as it is, all of it, and said. What is the same already passes.
CREATE FUNCTION floor.sync_configuration(p_casino jsonb, p_settings jsonb, p_areas jsonb, p_tables jsonb)
RETURNS TABLE (areas integer, tables integer, frozen_until timestamptz)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
	PERFORM floor.require_policies();
	BEGIN
		PERFORM floor.write_settings(p_casino, p_settings);
		PERFORM floor.free_names(p_areas, p_tables);
		RETURN QUERY SELECT s.areas, s.tables, NULL::timestamptz FROM floor.sync_floor(p_areas, p_tables) s;
	EXCEPTION WHEN SQLSTATE 'KT423' THEN
		RETURN QUERY SELECT 0, 0, max(f.ends_at) FROM floor.configuration_freeze f
			WHERE f.starts_at <= clock_timestamp() AND f.ends_at > clock_timestamp();
	END;
END
$$;

CREATE FUNCTION floor.read_staff() RETURNS TABLE (source_id uuid, email text, role text, status text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
	PERFORM floor.require_policies();
	RETURN QUERY SELECT s.source_id, s.email, s.role, s.status FROM floor.staff s
	WHERE s.casino_id = floor.current_casino() ORDER BY s.email;
END
$$;

GRANT EXECUTE ON FUNCTION
	floor.rpc_begin_sync(uuid, bigint), floor.rpc_set_freezes(uuid, jsonb), floor.rpc_sync_people(uuid, jsonb)
TO keyturn_product_connector;
GRANT EXECUTE ON FUNCTION
	floor.sync_configuration(jsonb, jsonb, jsonb, jsonb), floor.write_settings(jsonb, jsonb), floor.free_names(jsonb, jsonb),
	floor.read_staff()
TO keyturn_floor;
`;
