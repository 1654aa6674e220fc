/**
 * What configuration consists of beside areas and tables: game settings, and the windows in which it is frozen. While one holds,
 * nobody changes the configuration, whoever they act as: the triggers say so, not the callers.
 */
export const configuration = /* sql */ `
-- The newest of Keyturn's revisions that came here. Nobody on the floor sees it.
CREATE TABLE floor.sync_state (
	casino_id uuid PRIMARY KEY REFERENCES floor.casino (id) ON DELETE CASCADE,
	revision bigint NOT NULL
);

CREATE TABLE floor.game_setting (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	game text NOT NULL CHECK (game <> ''),
	variant text NOT NULL DEFAULT '',
	-- Minor units.
	min_bet bigint CHECK (min_bet >= 0),
	max_bet bigint CHECK (max_bet >= min_bet),
	-- Keyturn brought it, and takes it away again.
	is_synced boolean NOT NULL DEFAULT false,
	UNIQUE (casino_id, game, variant)
);

CREATE TABLE floor.configuration_freeze (
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	source_id uuid NOT NULL,
	starts_at timestamptz NOT NULL,
	ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
	-- An approved override lets changes pass until then.
	lifted_until timestamptz,
	PRIMARY KEY (casino_id, source_id)
);

ALTER TABLE floor.staff
	ADD COLUMN source_id uuid,
	-- What Keyturn last said. A person whom the product's own administrator has disabled or given another role stays so until
	-- Keyturn says something else than before.
	ADD COLUMN source_role text,
	ADD COLUMN source_enabled boolean NOT NULL DEFAULT true,
	ADD UNIQUE (casino_id, source_id),
	DROP CONSTRAINT staff_origin_check,
	ADD CONSTRAINT staff_origin_check CHECK (origin IN ('bootstrap', 'invite', 'sync'));
UPDATE floor.staff SET source_role = role;
CREATE FUNCTION floor.note_source_role() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	NEW.source_role := coalesce(NEW.source_role, NEW.role);
	RETURN NEW;
END
$$;
CREATE TRIGGER staff_source_noted BEFORE INSERT ON floor.staff
	FOR EACH ROW EXECUTE FUNCTION floor.note_source_role();

ALTER TABLE floor.game_setting ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE, INSERT (casino_id, game, variant, min_bet, max_bet, is_synced),
	UPDATE (game, variant, min_bet, max_bet, is_synced) ON floor.game_setting TO keyturn_floor;
CREATE POLICY game_setting_read ON floor.game_setting FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));
CREATE POLICY game_setting_add ON floor.game_setting FOR INSERT TO keyturn_floor
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
CREATE POLICY game_setting_change ON floor.game_setting FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
CREATE POLICY game_setting_remove ON floor.game_setting FOR DELETE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));

-- Everybody on the floor may see that it is frozen; only Keyturn's RPC writes it.
ALTER TABLE floor.configuration_freeze ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON floor.configuration_freeze TO keyturn_floor;
CREATE POLICY configuration_freeze_read ON floor.configuration_freeze FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));

ALTER POLICY casino_change ON floor.casino
	USING (id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));
ALTER POLICY casino_settings_change ON floor.casino_settings
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'connector')));

CREATE TRIGGER game_setting_recorded AFTER INSERT OR UPDATE OR DELETE ON floor.game_setting
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
CREATE TRIGGER configuration_freeze_recorded AFTER INSERT OR UPDATE OR DELETE ON floor.configuration_freeze
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
DROP TRIGGER staff_recorded ON floor.staff;
CREATE TRIGGER staff_recorded AFTER INSERT OR UPDATE OF email, name, role, status, user_id ON floor.staff
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();

-- What Keyturn brings is no work of the tenant's people.
CREATE OR REPLACE FUNCTION floor.count_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	NEW.revision := OLD.revision + CASE WHEN floor.acts_as('connector') THEN 0 ELSE 1 END;
	RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION floor.describe_work(p_casino_id uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM floor.visit_entry WHERE casino_id = p_casino_id) THEN 'visits were entered'
		WHEN EXISTS (SELECT 1 FROM floor.gaming_table WHERE casino_id = p_casino_id AND source_id IS NULL)
			THEN 'tables were set up'
		WHEN EXISTS (SELECT 1 FROM floor.floor_area WHERE casino_id = p_casino_id AND source_id IS NULL)
			THEN 'floor areas were set up'
		WHEN EXISTS (SELECT 1 FROM floor.game_setting WHERE casino_id = p_casino_id AND NOT is_synced)
			THEN 'games were set up'
		WHEN EXISTS (SELECT 1 FROM floor.staff WHERE casino_id = p_casino_id AND origin = 'invite')
			THEN 'more staff were invited'
		WHEN EXISTS (SELECT 1 FROM floor.staff WHERE casino_id = p_casino_id AND user_id IS NOT NULL AND origin = 'bootstrap')
			THEN 'its administrator has accepted'
		WHEN EXISTS (SELECT 1 FROM floor.staff WHERE casino_id = p_casino_id AND user_id IS NOT NULL)
			THEN 'somebody has accepted'
		WHEN EXISTS (SELECT 1 FROM floor.casino_settings WHERE casino_id = p_casino_id AND revision > 0)
			THEN 'its settings were changed'
	END
$$;

-- When the freeze that holds now ends; null when none does.
CREATE FUNCTION floor.frozen_until(p_casino_id uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT max(ends_at) FROM floor.configuration_freeze
	WHERE casino_id = p_casino_id AND starts_at <= clock_timestamp() AND ends_at > clock_timestamp()
		AND (lifted_until IS NULL OR lifted_until <= clock_timestamp())
$$;

CREATE FUNCTION floor.refuse_frozen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.casino_id ELSE NEW.casino_id END;
	v_until timestamptz := floor.frozen_until(v_casino);
	v_zone text;
BEGIN
	IF v_until IS NOT NULL THEN
		SELECT timezone INTO v_zone FROM floor.casino WHERE id = v_casino;
		RAISE EXCEPTION 'Settings are frozen for the go-live until % (%).',
			to_char(v_until AT TIME ZONE v_zone, 'FMDD Mon YYYY, HH24:MI'), v_zone USING ERRCODE = 'KT423';
	END IF;
	RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER casino_settings_frozen BEFORE UPDATE ON floor.casino_settings FOR EACH ROW
	WHEN ((OLD.working_hours, OLD.default_travel_buffer_minutes, OLD.default_job_duration_minutes)
		IS DISTINCT FROM (NEW.working_hours, NEW.default_travel_buffer_minutes, NEW.default_job_duration_minutes))
	EXECUTE FUNCTION floor.refuse_frozen();
CREATE TRIGGER game_setting_frozen BEFORE INSERT OR DELETE ON floor.game_setting
	FOR EACH ROW EXECUTE FUNCTION floor.refuse_frozen();
CREATE TRIGGER game_setting_change_frozen BEFORE UPDATE ON floor.game_setting FOR EACH ROW
	WHEN ((OLD.game, OLD.variant, OLD.min_bet, OLD.max_bet) IS DISTINCT FROM (NEW.game, NEW.variant, NEW.min_bet, NEW.max_bet))
	EXECUTE FUNCTION floor.refuse_frozen();
CREATE TRIGGER floor_area_frozen BEFORE INSERT OR DELETE ON floor.floor_area
	FOR EACH ROW EXECUTE FUNCTION floor.refuse_frozen();
CREATE TRIGGER floor_area_change_frozen BEFORE UPDATE ON floor.floor_area FOR EACH ROW
	WHEN ((OLD.name, OLD.kind, OLD.status) IS DISTINCT FROM (NEW.name, NEW.kind, NEW.status))
	EXECUTE FUNCTION floor.refuse_frozen();
CREATE TRIGGER gaming_table_frozen BEFORE INSERT OR DELETE ON floor.gaming_table
	FOR EACH ROW EXECUTE FUNCTION floor.refuse_frozen();
-- Opening and closing a table is the shift's work, and goes on.
CREATE TRIGGER gaming_table_change_frozen BEFORE UPDATE ON floor.gaming_table FOR EACH ROW
	WHEN ((OLD.floor_area_id, OLD.label, OLD.game, OLD.min_bet, OLD.max_bet, OLD.currency)
			IS DISTINCT FROM (NEW.floor_area_id, NEW.label, NEW.game, NEW.min_bet, NEW.max_bet, NEW.currency)
		OR (OLD.status <> NEW.status AND 'out_of_service' IN (OLD.status, NEW.status)))
	EXECUTE FUNCTION floor.refuse_frozen();

-- The probe has a row in the new tables too, and none can be written into it.
CREATE OR REPLACE FUNCTION floor.create_probe() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_casino uuid := floor.create_first_probe();
BEGIN
	INSERT INTO floor.write_failure (casino_id, staff_id, kind)
	SELECT casino_id, id, 'failed' FROM floor.staff WHERE casino_id = v_casino;
	INSERT INTO floor.game_setting (casino_id, game) VALUES (v_casino, 'Probe');
	INSERT INTO floor.configuration_freeze (casino_id, source_id, starts_at, ends_at)
	VALUES (v_casino, v_casino, now() + interval '1 day', now() + interval '2 days');
	RETURN v_casino;
END
$$;

SELECT floor.seal_policies();
`;
