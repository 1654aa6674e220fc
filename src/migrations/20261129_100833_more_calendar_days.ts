import type { MigrateDownArgs, MigrateUpArgs } from "@payloadcms/db-postgres";

/** What people chose was kept as noon or midnight in UTC, and shown as the date in UTC: that is the day they meant. */
const chosen = [
	["contracts", "expires_at"],
	["_contracts_v", "version_expires_at"],
	["invoices", "due_at"],
	["adoption_reports", "starts_on"],
] as const;

/** The end of a day where somebody sat, or so many days from a moment: the day on the casino's clock is meant. */
const counted = [
	["invoices", "po_expires_at"],
	["approvals", "expires_at"],
] as const;

const change = (table: string, column: string, type: string, using: string) =>
	`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE ${type} USING ${using};`;

/** These two name a column that changes its type, so they are made anew around it. */
const dropTriggers = `
	DROP TRIGGER approvals_stay_bound ON approvals;
	DROP TRIGGER decisions_stay_taken ON decisions;`;
const makeTriggers = (ends: string) => `
	CREATE TRIGGER approvals_stay_bound BEFORE UPDATE ON approvals
		FOR EACH ROW WHEN (
			NEW.subject <> OLD.subject OR NEW.casino_id <> OLD.casino_id OR NEW.invoice_id <> OLD.invoice_id
			OR NEW.payment_event_id <> OLD.payment_event_id
			OR NEW.amount IS DISTINCT FROM OLD.amount OR NEW.currency IS DISTINCT FROM OLD.currency
			OR NEW.version <> OLD.version OR NEW.proposal IS DISTINCT FROM OLD.proposal OR NEW.seats <> OLD.seats
			OR NEW.first_approver_id <> OLD.first_approver_id OR NEW.second_approver_id <> OLD.second_approver_id
			OR (OLD.status NOT IN ('awaiting', 'approved') AND (NEW.status <> OLD.status
				OR NEW.withdrawn_because IS DISTINCT FROM OLD.withdrawn_because OR NEW.closed_at IS DISTINCT FROM OLD.closed_at))
			OR (OLD.status <> 'awaiting' AND (NEW.status = 'awaiting' OR NEW.expires_at IS DISTINCT FROM OLD.expires_at
				OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.second_reason IS DISTINCT FROM OLD.second_reason
				OR (OLD.second_approver_id IS NULL AND NEW.second_approver_id IS NOT NULL)))
		) EXECUTE FUNCTION approval_refuse();
	CREATE TRIGGER decisions_stay_taken BEFORE UPDATE ON decisions
		FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL AND (
			NEW.packet IS DISTINCT FROM OLD.packet OR NEW.hash IS DISTINCT FROM OLD.hash
			OR NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.reason IS DISTINCT FROM OLD.reason
			OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.onboarding_id IS DISTINCT FROM OLD.onboarding_id
			OR ${ends}
			OR (NEW.status <> OLD.status AND NOT (NEW.status = 'expired' AND OLD.status IN ('approved', 'overridden')))
			OR (NEW.decided_by_id IS DISTINCT FROM OLD.decided_by_id AND NEW.decided_by_id IS NOT NULL)
		)) EXECUTE FUNCTION decision_refuse();`;

/**
 * Moments that stood for a day of the calendar become that day. Of decisions, waivers end with a day; the override of a freeze ends
 * at a moment, which moves to a column of its own. No row counts as changed by it, and what a taken decision was taken on stays.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(`
		CREATE FUNCTION day_at_casino(moment timestamptz, casino uuid) RETURNS date LANGUAGE sql STABLE AS $$
			SELECT (moment AT TIME ZONE coalesce((SELECT timezone FROM casinos WHERE id = casino), 'UTC'))::date
		$$;
		${dropTriggers}
		${chosen.map(([table, column]) => change(table, column, "date", `(${column} AT TIME ZONE 'UTC')::date`)).join("\n")}
		${counted.map(([table, column]) => change(table, column, "date", `day_at_casino(${column}, casino_id)`)).join("\n")}
		ALTER TABLE decisions ADD COLUMN lifted_until timestamp(3) with time zone;
		ALTER TABLE decisions
			ALTER COLUMN lifted_until TYPE timestamp(3) with time zone USING CASE WHEN kind = 'freeze_override' THEN expires_at END,
			ALTER COLUMN expires_at TYPE date USING CASE WHEN kind <> 'freeze_override' THEN day_at_casino(expires_at, casino_id) END,
			ALTER COLUMN packet TYPE jsonb USING CASE WHEN kind = 'waiver' AND decided_at IS NULL AND expires_at IS NOT NULL
				THEN jsonb_set(packet, '{expiresAt}', to_jsonb(day_at_casino(expires_at, casino_id))) ELSE packet END;
		${makeTriggers("(NEW.expires_at, NEW.lifted_until) IS DISTINCT FROM (OLD.expires_at, OLD.lifted_until)")}
		DROP FUNCTION day_at_casino;
	`);
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	const moment = "timestamp(3) with time zone";
	const days = [...chosen, ...counted];
	await db.execute(`
		${dropTriggers}
		${days.map(([table, column]) => change(table, column, moment, `${column}::timestamp AT TIME ZONE 'UTC'`)).join("\n")}
		${change("decisions", "expires_at", moment, "coalesce(lifted_until, (expires_at + 1)::timestamp AT TIME ZONE 'UTC')")}
		ALTER TABLE decisions DROP COLUMN lifted_until;
		${makeTriggers("NEW.expires_at IS DISTINCT FROM OLD.expires_at")}
	`);
}
