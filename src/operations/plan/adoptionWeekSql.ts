import { startOfDaySql } from "@/queue/daySql";
import { isoSql } from "@/queue/isoSql";

/** From the first moment of the week to that after its last, on the clocks of the casino `c`. */
const inWeek = (moment: string) =>
	`${moment} >= ${startOfDaySql("w.starts_on", "c.timezone")} AND ${moment} < ${startOfDaySql("(w.starts_on + 7)", "c.timezone")}`;

/** What a week of use `w` of the casino `c` says, as pairs for a JSON object (`WeekFact`). */
export const adoptionWeekSql = `
	'id', w.id, 'week', w.week, 'startsOn', w.starts_on, 'scope', w.measured_scope,
	'shiftsInScope', w.shifts_in_scope, 'shiftsRecorded', w.shifts_recorded, 'tablesInScope', w.tables_in_scope,
	'tablesUsed', w.tables_used, 'areasInScope', coalesce(w.areas_in_scope, 0), 'areasUsed', coalesce(w.areas_used, 0),
	'entries', w.entries, 'exceptions', w.exceptions,
	'shifts', coalesce((SELECT json_agg(json_build_object('name', s.name, 'inScope', s.in_scope, 'recorded', s.recorded, 'entries', s.entries)
		ORDER BY s._order) FROM adoption_reports_shifts s WHERE s._parent_id = w.id), '[]'),
	'activeStaff', (SELECT coalesce(sum(a.people), 0) FROM adoption_reports_active_staff a WHERE a._parent_id = w.id),
	'staffByRole', coalesce((SELECT json_agg(json_build_object('role', a.role, 'people', a.people) ORDER BY a._order)
		FROM adoption_reports_active_staff a WHERE a._parent_id = w.id), '[]'),
	'spotChecks', coalesce((SELECT json_agg(json_build_object('id', k.id, 'task', k.task, 'seconds', k.seconds, 'observedAt', ${isoSql("k.observed_at")}) ORDER BY k.id)
		FROM spot_checks k WHERE k.onboarding_id = w.onboarding_id AND ${inWeek("k.observed_at")}), '[]')`;

/** The weeks of use of the onboarding `o`. */
export const adoptionWeeksSql = "adoption_reports w WHERE w.onboarding_id = o.id AND w.week > 0";

/** The pilot's use, as an object or null. */
export const pilotUseSql = `(SELECT json_build_object(${adoptionWeekSql}) FROM adoption_reports w WHERE w.onboarding_id = o.id AND w.week = 0)`;
