/** What a week of use `w` says, as pairs for a JSON object. */
export const adoptionWeekSql = `
	'id', w.id, 'week', w.week, 'startsOn', to_char(w.starts_on AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'shiftsInScope', w.shifts_in_scope,
	'shiftsRecorded', w.shifts_recorded, 'tablesInScope', w.tables_in_scope, 'tablesUsed', w.tables_used, 'entries', w.entries,
	'exceptions', w.exceptions,
	'activeStaff', (SELECT coalesce(sum(a.people), 0) FROM adoption_reports_active_staff a WHERE a._parent_id = w.id)`;
