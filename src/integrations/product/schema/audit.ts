/** Administrative changes write their own audit row, in the transaction that makes them; nobody is granted a write to the log. */
export const audit = /* sql */ `
CREATE FUNCTION floor.record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	v_before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
	v_after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
	v_row jsonb := coalesce(v_after, v_before);
BEGIN
	INSERT INTO floor.audit_log (casino_id, staff_id, action, table_name, row_id, before, after)
	VALUES (
		coalesce(v_row ->> 'casino_id', v_row ->> 'id')::uuid, floor.current_staff(), lower(TG_OP), TG_TABLE_NAME,
		coalesce(v_row ->> 'id', v_row ->> 'casino_id')::uuid, v_before, v_after
	);
	RETURN NULL;
END
$$;

CREATE TRIGGER casino_recorded AFTER INSERT OR UPDATE OR DELETE ON floor.casino
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
CREATE TRIGGER casino_settings_recorded AFTER UPDATE ON floor.casino_settings
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
-- Being seen is not an administrative change, so last_seen_at is not in the list.
CREATE TRIGGER staff_recorded AFTER INSERT OR UPDATE OF name, role, status, user_id ON floor.staff
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
CREATE TRIGGER staff_invite_recorded AFTER INSERT OR UPDATE ON floor.staff_invite
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
CREATE TRIGGER floor_area_recorded AFTER INSERT OR UPDATE OR DELETE ON floor.floor_area
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();
CREATE TRIGGER gaming_table_recorded AFTER INSERT OR UPDATE OR DELETE ON floor.gaming_table
	FOR EACH ROW EXECUTE FUNCTION floor.record_change();

CREATE FUNCTION floor.count_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	NEW.revision := OLD.revision + 1;
	RETURN NEW;
END
$$;
CREATE TRIGGER casino_settings_counted BEFORE UPDATE ON floor.casino_settings
	FOR EACH ROW EXECUTE FUNCTION floor.count_revision();
`;
