/**
 * Who acts. A custom setting could be forged by whoever can run SQL, so the identity is a row that only `sign_in` can
 * write: keyed by backend and valid for one transaction. It is derived from a staff row; a casino id alone opens nothing.
 */
export const identity = /* sql */ `
-- At most one row a connection; crash-unsafe on purpose, a transaction does not outlive a crash.
CREATE UNLOGGED TABLE floor.session (
	backend integer PRIMARY KEY,
	transaction xid8 NOT NULL,
	casino_id uuid NOT NULL,
	staff_id uuid NOT NULL,
	role text NOT NULL
);

CREATE FUNCTION floor.sign_in(p_casino_id uuid, p_email text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_staff floor.staff;
BEGIN
	SELECT s.* INTO v_staff
	FROM floor.staff s JOIN floor.casino c ON c.id = s.casino_id
	WHERE s.casino_id = p_casino_id AND s.email = lower(btrim(p_email))
		AND s.status IN ('invited', 'active') AND c.status = 'active';
	IF NOT FOUND THEN
		RAISE EXCEPTION 'This person may not sign in to this casino.' USING ERRCODE = 'KT404';
	END IF;

	INSERT INTO floor.session AS mine (backend, transaction, casino_id, staff_id, role)
	VALUES (pg_backend_pid(), pg_current_xact_id(), v_staff.casino_id, v_staff.id, v_staff.role)
	ON CONFLICT (backend) DO UPDATE
	SET transaction = excluded.transaction, casino_id = excluded.casino_id,
		staff_id = excluded.staff_id, role = excluded.role
	WHERE mine.transaction <> excluded.transaction;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'Somebody has signed in to this transaction already.' USING ERRCODE = 'KT409';
	END IF;

	-- At most once a minute, so that a busy person's transactions do not queue for their own row.
	UPDATE floor.staff SET last_seen_at = now()
	WHERE id = v_staff.id AND status = 'active'
		AND (last_seen_at IS NULL OR last_seen_at < now() - interval '1 minute');
	RETURN v_staff.id;
END
$$;

CREATE FUNCTION floor.current_casino() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT casino_id FROM floor.session
	WHERE backend = pg_backend_pid() AND transaction = pg_current_xact_id_if_assigned()
$$;

CREATE FUNCTION floor.current_staff() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT staff_id FROM floor.session
	WHERE backend = pg_backend_pid() AND transaction = pg_current_xact_id_if_assigned()
$$;

CREATE FUNCTION floor.acts_as(VARIADIC p_roles text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT EXISTS (
		SELECT 1 FROM floor.session
		WHERE backend = pg_backend_pid() AND transaction = pg_current_xact_id_if_assigned() AND role = ANY (p_roles)
	)
$$;

-- Only who has authenticated a person may say who it is: the connector signs in, then steps down to keyturn_floor.
GRANT USAGE ON SCHEMA floor TO keyturn_floor, keyturn_product_connector;
GRANT EXECUTE ON FUNCTION floor.sign_in(uuid, text) TO keyturn_product_connector;
GRANT EXECUTE ON FUNCTION floor.current_casino(), floor.current_staff(), floor.acts_as(text[]) TO keyturn_floor;
`;
