/**
 * What Keyturn calls. Each is one statement, safe to repeat, and serialised per casino by an advisory lock. A refusal has
 * SQLSTATE KT404 (not there) or KT409 (conflict) and a message fit to show; see `toProductError`.
 */
export const rpcs = /* sql */ `
CREATE FUNCTION floor.lock_casino(p_casino_id uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	SELECT pg_advisory_xact_lock(hashtextextended('floor.casino:' || p_casino_id, 0))
$$;

CREATE FUNCTION floor.rpc_bootstrap_casino(
	p_casino_id uuid, p_name text, p_slug text, p_timezone text, p_settings jsonb, p_admin_name text, p_admin_email text
) RETURNS TABLE (casino_id uuid, admin_staff_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	v_staff_id uuid;
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	SELECT s.id INTO v_staff_id FROM floor.staff s WHERE s.casino_id = p_casino_id AND s.origin = 'bootstrap';
	IF NOT FOUND THEN
		IF EXISTS (SELECT 1 FROM floor.casino c WHERE c.slug = p_slug) THEN
			RAISE EXCEPTION 'Another casino in the product is called % already.', p_slug USING ERRCODE = 'KT409';
		END IF;
		PERFORM now() AT TIME ZONE p_timezone;
		INSERT INTO floor.casino (id, name, slug, timezone) VALUES (p_casino_id, p_name, p_slug, p_timezone);
		INSERT INTO floor.casino_settings
			(casino_id, working_hours, default_travel_buffer_minutes, default_job_duration_minutes)
		VALUES (
			p_casino_id, p_settings -> 'workingHours', (p_settings ->> 'defaultTravelBufferMinutes')::integer,
			(p_settings ->> 'defaultJobDurationMinutes')::integer
		);
		INSERT INTO floor.staff (casino_id, email, name, role, origin)
		VALUES (p_casino_id, lower(btrim(p_admin_email)), p_admin_name, 'admin', 'bootstrap')
		RETURNING id INTO v_staff_id;
		INSERT INTO floor.staff_invite (casino_id, staff_id) VALUES (p_casino_id, v_staff_id);
	END IF;
	RETURN QUERY SELECT p_casino_id, v_staff_id;
END
$$;

CREATE FUNCTION floor.rpc_create_staff_invite(p_casino_id uuid, p_email text, p_name text, p_role text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_staff floor.staff;
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	IF NOT EXISTS (SELECT 1 FROM floor.casino WHERE id = p_casino_id AND status = 'active') THEN
		RAISE EXCEPTION 'There is no such active casino in the product.' USING ERRCODE = 'KT404';
	END IF;
	SELECT * INTO v_staff FROM floor.staff WHERE casino_id = p_casino_id AND email = lower(btrim(p_email)) FOR UPDATE;
	IF NOT FOUND THEN
		INSERT INTO floor.staff (casino_id, email, name, role)
		VALUES (p_casino_id, lower(btrim(p_email)), p_name, p_role) RETURNING * INTO v_staff;
	ELSIF v_staff.status = 'disabled' THEN
		RAISE EXCEPTION 'This person was disabled in the product.' USING ERRCODE = 'KT409';
	END IF;
	IF v_staff.status = 'invited' THEN
		INSERT INTO floor.staff_invite (casino_id, staff_id) VALUES (p_casino_id, v_staff.id)
		ON CONFLICT (casino_id, staff_id) WHERE status = 'pending' DO NOTHING;
	END IF;
	RETURN v_staff.id;
END
$$;

CREATE FUNCTION floor.rpc_accept_staff_invite(p_casino_id uuid, p_email text, p_name text, p_user_id text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_staff floor.staff;
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	SELECT * INTO v_staff FROM floor.staff WHERE casino_id = p_casino_id AND email = lower(btrim(p_email)) FOR UPDATE;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'This person is not invited in the product.' USING ERRCODE = 'KT404';
	END IF;
	IF v_staff.status = 'active' AND v_staff.user_id = p_user_id THEN
		RETURN v_staff.id;
	END IF;
	IF v_staff.status <> 'invited' THEN
		RAISE EXCEPTION 'This invitation is % in the product.',
			CASE v_staff.status WHEN 'active' THEN 'taken by somebody else' ELSE 'disabled' END
			USING ERRCODE = 'KT409';
	END IF;
	UPDATE floor.staff_invite SET status = 'accepted', accepted_at = now()
	WHERE casino_id = p_casino_id AND staff_id = v_staff.id AND status = 'pending';
	IF NOT FOUND THEN
		RAISE EXCEPTION 'This invitation was withdrawn in the product.' USING ERRCODE = 'KT409';
	END IF;
	UPDATE floor.staff SET status = 'active', user_id = p_user_id, name = p_name, last_seen_at = now()
	WHERE id = v_staff.id;
	RETURN v_staff.id;
END
$$;

CREATE FUNCTION floor.rpc_read_casino(p_casino_id uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT jsonb_build_object(
		'casinoId', c.id, 'name', c.name, 'slug', c.slug, 'timezone', c.timezone, 'status', c.status,
		'staff', coalesce((
			SELECT jsonb_agg(jsonb_build_object('email', s.email, 'role', s.role, 'status', s.status)
				ORDER BY s.created_at, s.email)
			FROM floor.staff s WHERE s.casino_id = c.id
		), '[]'::jsonb)
	)
	FROM floor.casino c WHERE c.id = p_casino_id
$$;

CREATE FUNCTION floor.rpc_last_seen(p_casino_id uuid, p_email text) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT last_seen_at FROM floor.staff WHERE casino_id = p_casino_id AND email = lower(btrim(p_email))
$$;

-- What a tenant holds beyond its bootstrap, in words; null when nothing.
CREATE FUNCTION floor.describe_work(p_casino_id uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM floor.visit_entry WHERE casino_id = p_casino_id) THEN 'visits were entered'
		WHEN EXISTS (SELECT 1 FROM floor.gaming_table WHERE casino_id = p_casino_id) THEN 'tables were set up'
		WHEN EXISTS (SELECT 1 FROM floor.floor_area WHERE casino_id = p_casino_id) THEN 'floor areas were set up'
		WHEN EXISTS (SELECT 1 FROM floor.staff WHERE casino_id = p_casino_id AND origin = 'invite')
			THEN 'more staff were invited'
		WHEN EXISTS (SELECT 1 FROM floor.staff WHERE casino_id = p_casino_id AND status <> 'invited')
			THEN 'its administrator has accepted'
		WHEN EXISTS (SELECT 1 FROM floor.casino_settings WHERE casino_id = p_casino_id AND revision > 0)
			THEN 'its settings were changed'
	END
$$;

CREATE FUNCTION floor.rpc_remove_casino(p_casino_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_work text;
BEGIN
	PERFORM floor.lock_casino(p_casino_id);
	-- FOR UPDATE holds off every insert that refers to the casino, and changes of its settings, until this decision stands.
	PERFORM 1 FROM floor.casino WHERE id = p_casino_id FOR UPDATE;
	IF NOT FOUND THEN
		RETURN false;
	END IF;
	PERFORM 1 FROM floor.casino_settings WHERE casino_id = p_casino_id FOR UPDATE;
	v_work := floor.describe_work(p_casino_id);
	IF v_work IS NOT NULL THEN
		RAISE EXCEPTION 'The casino cannot be removed from the product: %.', v_work USING ERRCODE = 'KT409';
	END IF;
	DELETE FROM floor.casino WHERE id = p_casino_id;
	RETURN true;
END
$$;

GRANT EXECUTE ON FUNCTION
	floor.rpc_bootstrap_casino(uuid, text, text, text, jsonb, text, text),
	floor.rpc_create_staff_invite(uuid, text, text, text),
	floor.rpc_accept_staff_invite(uuid, text, text, text),
	floor.rpc_read_casino(uuid), floor.rpc_last_seen(uuid, text), floor.rpc_remove_casino(uuid)
TO keyturn_product_connector;
GRANT SELECT ON floor.schema_version TO keyturn_product_connector;
`;
