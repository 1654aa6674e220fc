/**
 * What staff may do. Grants say which columns, policies which rows. The sub-selects make PostgreSQL ask for the identity
 * once a statement instead of once a row. Row security is not FORCEd: the owner cannot log in and is reached
 * only through the RPCs, which must see every tenant (a removal blind to a tenant's work would destroy it).
 */
export const policies = /* sql */ `
ALTER TABLE floor.casino ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (name, timezone) ON floor.casino TO keyturn_floor;
CREATE POLICY casino_read ON floor.casino FOR SELECT TO keyturn_floor
	USING (id = (SELECT floor.current_casino()));
CREATE POLICY casino_change ON floor.casino FOR UPDATE TO keyturn_floor
	USING (id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));

ALTER TABLE floor.casino_settings ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (working_hours, default_travel_buffer_minutes, default_job_duration_minutes)
	ON floor.casino_settings TO keyturn_floor;
CREATE POLICY casino_settings_read ON floor.casino_settings FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));
CREATE POLICY casino_settings_change ON floor.casino_settings FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));

ALTER TABLE floor.staff ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT (casino_id, email, name, role), UPDATE (name, role, status) ON floor.staff TO keyturn_floor;
CREATE POLICY staff_read ON floor.staff FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));
CREATE POLICY staff_add ON floor.staff FOR INSERT TO keyturn_floor
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));
CREATE POLICY staff_change ON floor.staff FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));

ALTER TABLE floor.staff_invite ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT (casino_id, staff_id, invited_by), UPDATE (status) ON floor.staff_invite TO keyturn_floor;
CREATE POLICY staff_invite_read ON floor.staff_invite FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));
CREATE POLICY staff_invite_add ON floor.staff_invite FOR INSERT TO keyturn_floor
	WITH CHECK (
		casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin'))
		AND invited_by = (SELECT floor.current_staff())
	);
-- Staff may only take an invitation back; accepting is the RPC's.
CREATE POLICY staff_invite_revoke ON floor.staff_invite FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')) AND status = 'pending')
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND status = 'revoked');

ALTER TABLE floor.floor_area ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT (casino_id, name), UPDATE (name), DELETE ON floor.floor_area TO keyturn_floor;
CREATE POLICY floor_area_read ON floor.floor_area FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));
CREATE POLICY floor_area_add ON floor.floor_area FOR INSERT TO keyturn_floor
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));
CREATE POLICY floor_area_change ON floor.floor_area FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));
CREATE POLICY floor_area_remove ON floor.floor_area FOR DELETE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));

ALTER TABLE floor.gaming_table ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT (casino_id, floor_area_id, label, game), UPDATE (floor_area_id, label, game, status), DELETE
	ON floor.gaming_table TO keyturn_floor;
CREATE POLICY gaming_table_read ON floor.gaming_table FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));
CREATE POLICY gaming_table_add ON floor.gaming_table FOR INSERT TO keyturn_floor
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));
-- A pit boss opens and closes tables.
CREATE POLICY gaming_table_change ON floor.gaming_table FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin', 'pit_boss')));
CREATE POLICY gaming_table_remove ON floor.gaming_table FOR DELETE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));

ALTER TABLE floor.visit_entry ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT (casino_id, gaming_table_id, staff_id, guest_reference, entered_at), UPDATE (left_at)
	ON floor.visit_entry TO keyturn_floor;
CREATE POLICY visit_entry_read ON floor.visit_entry FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));
CREATE POLICY visit_entry_add ON floor.visit_entry FOR INSERT TO keyturn_floor
	WITH CHECK (casino_id = (SELECT floor.current_casino()) AND staff_id = (SELECT floor.current_staff()));
-- Whoever is on shift closes a visit a colleague entered.
CREATE POLICY visit_entry_change ON floor.visit_entry FOR UPDATE TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()));

ALTER TABLE floor.audit_log ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON floor.audit_log TO keyturn_floor;
CREATE POLICY audit_log_read ON floor.audit_log FOR SELECT TO keyturn_floor
	USING (casino_id = (SELECT floor.current_casino()) AND (SELECT floor.acts_as('admin')));
`;
