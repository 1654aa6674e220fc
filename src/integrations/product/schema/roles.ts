/**
 * The three roles of the reference product; none can log in. Roles belong to the whole cluster, so two databases may
 * create them at the same moment: whoever loses the race takes the winner's.
 *
 * - `keyturn_product_owner` owns schema, tables and functions; only SECURITY DEFINER functions act as it.
 * - `keyturn_floor` is what staff act as: owns nothing, belongs to no role, sees rows through policies alone.
 * - `keyturn_product_connector` may execute the RPCs and step down to `keyturn_floor`. A deployment gives its login
 *   this role and nothing else.
 */
export const roles = /* sql */ `
DO $$
DECLARE
	v_role text;
BEGIN
	FOREACH v_role IN ARRAY ARRAY['keyturn_product_owner', 'keyturn_floor', 'keyturn_product_connector'] LOOP
		IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = v_role) THEN
			BEGIN
				EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
			EXCEPTION WHEN duplicate_object OR unique_violation THEN
				NULL;
			END;
		END IF;
	END LOOP;

	IF NOT pg_has_role('keyturn_product_connector', 'keyturn_floor', 'SET') THEN
		BEGIN
			GRANT keyturn_floor TO keyturn_product_connector WITH INHERIT FALSE, SET TRUE;
		EXCEPTION WHEN unique_violation OR internal_error THEN
			-- "tuple concurrently updated": the other database has just granted it.
			NULL;
		END;
	END IF;

	-- A superuser has this already; a plain migrating login must be able to create objects as their owner.
	IF NOT pg_has_role(current_user, 'keyturn_product_owner', 'SET') THEN
		GRANT keyturn_product_owner TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;
	END IF;
END
$$;
`;
