/**
 * The check of a new tenant, done as its administrator under row-level security. Every `find_…_problem` answers null or
 * one sentence. Those that look at rows run with the rights of the caller, which must be `keyturn_floor`.
 */
export const accessCheck = /* sql */ `
-- The policies as they were migrated. A migration that changes a policy seals again.
CREATE TABLE floor.policy_seal (
	table_name text, policy text, command text, permissive text, roles text, reads text, writes text,
	PRIMARY KEY (table_name, policy)
);

-- In the database's own words, which depend on search_path: sealing and comparing both read them here.
CREATE FUNCTION floor.read_policies() RETURNS SETOF floor.policy_seal
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT tablename::text, policyname::text, cmd, permissive, roles::text, coalesce(qual, ''), coalesce(with_check, '')
	FROM pg_policies WHERE schemaname = 'floor'
$$;

CREATE FUNCTION floor.seal_policies() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	DELETE FROM floor.policy_seal;
	INSERT INTO floor.policy_seal SELECT * FROM floor.read_policies();
$$;

CREATE FUNCTION floor.find_policy_problem() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT format('The policy %s on %s %s.', policy, table_name, CASE
		WHEN found.policy IS NULL THEN 'is missing'
		WHEN sealed.policy IS NULL THEN 'does not belong there'
		ELSE 'was changed' END)
	FROM floor.policy_seal sealed FULL JOIN floor.read_policies() found USING (table_name, policy)
	WHERE sealed IS DISTINCT FROM found
	ORDER BY table_name, policy LIMIT 1
$$;

CREATE FUNCTION floor.tenant_tables() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT DISTINCT table_name FROM floor.policy_seal ORDER BY 1
$$;

CREATE FUNCTION floor.find_role_problem() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE
		WHEN r.rolname <> 'keyturn_floor' THEN format('The check ran as %s instead of keyturn_floor.', r.rolname)
		WHEN r.rolsuper OR r.rolbypassrls THEN format('The role %s can bypass row-level security.', r.rolname)
		WHEN EXISTS (
			SELECT 1 FROM pg_shdepend d
			WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o'
		) THEN format('The role %s owns something, and an owner is not held by policies.', r.rolname)
		WHEN EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid)
			THEN format('The role %s belongs to another role and could act as it.', r.rolname)
	END
	FROM pg_roles r WHERE r.rolname = current_user
$$;

CREATE FUNCTION floor.find_row_security_problem() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT format('Row-level security is off on %s.', string_agg(c.relname, ', ' ORDER BY c.relname))
	FROM pg_class c
	WHERE c.relnamespace = 'floor'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
		AND has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE')
	HAVING count(*) > 0
$$;

CREATE FUNCTION floor.find_settings_problem() RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM floor.casino c JOIN floor.casino_settings s ON s.casino_id = c.id
		WHERE c.id = floor.current_casino()
	) THEN
		RETURN 'The administrator cannot see the settings of the casino.';
	END IF;
	UPDATE floor.casino_settings SET default_job_duration_minutes = default_job_duration_minutes
	WHERE casino_id = floor.current_casino();
	IF NOT FOUND THEN
		RETURN 'The administrator cannot change the settings of the casino.';
	END IF;
	RETURN NULL;
EXCEPTION WHEN insufficient_privilege THEN
	RETURN format('The administrator was refused the settings: %s.', SQLERRM);
END
$$;

CREATE FUNCTION floor.find_invite_problem() RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_staff_id uuid;
	v_invite_id uuid;
BEGIN
	INSERT INTO floor.staff (casino_id, email, name, role)
	VALUES (floor.current_casino(), gen_random_uuid() || '@access-check.invalid', 'Access check', 'cashier')
	RETURNING id INTO v_staff_id;
	INSERT INTO floor.staff_invite (casino_id, staff_id, invited_by)
	VALUES (floor.current_casino(), v_staff_id, floor.current_staff())
	RETURNING id INTO v_invite_id;
	UPDATE floor.staff_invite SET status = 'revoked' WHERE id = v_invite_id;
	IF NOT FOUND THEN
		RETURN 'The administrator cannot withdraw an invitation.';
	END IF;
	RETURN NULL;
EXCEPTION WHEN insufficient_privilege THEN
	RETURN format('The administrator cannot invite staff: %s.', SQLERRM);
END
$$;

-- Asks for the probe's rows by key: the cost does not grow with the number of casinos or the work in them.
CREATE FUNCTION floor.find_isolation_problem(p_probe uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_table text;
	v_sees boolean;
	v_insert text;
BEGIN
	FOR v_table IN SELECT floor.tenant_tables() LOOP
		EXECUTE format('SELECT EXISTS (SELECT 1 FROM floor.%I WHERE %I = $1)',
			v_table, CASE v_table WHEN 'casino' THEN 'id' ELSE 'casino_id' END) INTO v_sees USING p_probe;
		IF v_sees THEN
			RETURN format('The administrator sees rows of another casino in %s.', v_table);
		END IF;
	END LOOP;
	FOREACH v_insert IN ARRAY ARRAY[
		'floor.staff (casino_id, email, name, role) VALUES ($1, ''intruder@access-check.invalid'', ''-'', ''admin'')',
		'floor.staff_invite (casino_id, staff_id, invited_by) VALUES ($1, floor.current_staff(), floor.current_staff())',
		'floor.floor_area (casino_id, name) VALUES ($1, ''Intruder'')',
		'floor.gaming_table (casino_id, floor_area_id, label, game) VALUES ($1, gen_random_uuid(), ''-'', ''-'')',
		'floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference)
			VALUES ($1, gen_random_uuid(), floor.current_staff(), ''-'')'
	] LOOP
		BEGIN
			EXECUTE 'INSERT INTO ' || v_insert USING p_probe;
			RETURN format('The administrator can write into another casino: %s.', split_part(v_insert, ' ', 1));
		EXCEPTION
			WHEN insufficient_privilege THEN NULL;
			-- The policy let the row through; only the composite key stopped it.
			WHEN foreign_key_violation THEN
				RETURN format('The policy on %s lets rows of another casino in.', split_part(v_insert, ' ', 1));
		END;
	END LOOP;
	RETURN NULL;
EXCEPTION WHEN insufficient_privilege THEN
	RETURN format('The administrator was refused %s altogether: %s.', v_table, SQLERRM);
END
$$;

CREATE FUNCTION floor.check_access(p_probe uuid) RETURNS TABLE (name text, problem text, good text)
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
	VALUES
		('role', floor.find_role_problem(), 'Acts as a role that owns nothing and cannot bypass row-level security.'),
		('row_security', floor.find_row_security_problem(), 'Row-level security is on for every tenant table.'),
		('policies', floor.find_policy_problem(), 'Every policy is as it was installed.'),
		('settings', floor.find_settings_problem(), 'The administrator reads and changes the settings.'),
		('invite', floor.find_invite_problem(), 'The administrator invites staff and takes the invitation back.'),
		('isolation', floor.find_isolation_problem(p_probe), 'Another casino''s rows are neither seen nor written.')
$$;

-- A second casino with a row in every tenant table, made so that not seeing it proves something.
CREATE FUNCTION floor.create_probe() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := gen_random_uuid();
	v_staff uuid;
	v_area uuid;
	v_table uuid;
BEGIN
	INSERT INTO floor.casino (id, name, slug, timezone, status) VALUES (v_casino, 'Access probe', v_casino, 'UTC', 'probe');
	INSERT INTO floor.casino_settings
		(casino_id, working_hours, default_travel_buffer_minutes, default_job_duration_minutes)
	VALUES (v_casino, '{}', 0, 1);
	INSERT INTO floor.staff (casino_id, email, name, role)
	VALUES (v_casino, 'probe@access-check.invalid', 'Access probe', 'admin') RETURNING id INTO v_staff;
	INSERT INTO floor.staff_invite (casino_id, staff_id) VALUES (v_casino, v_staff);
	INSERT INTO floor.floor_area (casino_id, name) VALUES (v_casino, 'Probe') RETURNING id INTO v_area;
	INSERT INTO floor.gaming_table (casino_id, floor_area_id, label, game)
	VALUES (v_casino, v_area, 'Probe', 'Probe') RETURNING id INTO v_table;
	INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference)
	VALUES (v_casino, v_table, v_staff, 'Probe');
	RETURN v_casino;
END
$$;

CREATE FUNCTION floor.refuse_probe() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RAISE EXCEPTION 'An access check must be rolled back.' USING ERRCODE = 'KT409';
END
$$;
CREATE CONSTRAINT TRIGGER casino_probe_refused AFTER INSERT OR UPDATE ON floor.casino
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'probe') EXECUTE FUNCTION floor.refuse_probe();

GRANT EXECUTE ON FUNCTION floor.create_probe() TO keyturn_product_connector;
GRANT EXECUTE ON FUNCTION
	floor.check_access(uuid), floor.find_role_problem(), floor.find_row_security_problem(), floor.find_policy_problem(),
	floor.find_settings_problem(), floor.find_invite_problem(), floor.find_isolation_problem(uuid), floor.tenant_tables()
TO keyturn_floor;

SELECT floor.seal_policies();
`;
