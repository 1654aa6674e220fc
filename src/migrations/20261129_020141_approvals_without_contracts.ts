import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** The trigger that keeps an approval bound, with or without the contract that no approval was ever about. */
const bindTrigger = (about: string) => `
	CREATE TRIGGER approvals_stay_bound BEFORE UPDATE ON approvals
		FOR EACH ROW WHEN (
			NEW.subject <> OLD.subject OR NEW.casino_id <> OLD.casino_id OR NEW.invoice_id <> OLD.invoice_id
			${about} OR NEW.payment_event_id <> OLD.payment_event_id
			OR NEW.amount IS DISTINCT FROM OLD.amount OR NEW.currency IS DISTINCT FROM OLD.currency
			OR NEW.version <> OLD.version OR NEW.proposal IS DISTINCT FROM OLD.proposal OR NEW.seats <> OLD.seats
			OR NEW.first_approver_id <> OLD.first_approver_id OR NEW.second_approver_id <> OLD.second_approver_id
			OR (OLD.status NOT IN ('awaiting', 'approved') AND (NEW.status <> OLD.status
				OR NEW.withdrawn_because IS DISTINCT FROM OLD.withdrawn_because OR NEW.closed_at IS DISTINCT FROM OLD.closed_at))
			OR (OLD.status <> 'awaiting' AND (NEW.status = 'awaiting' OR NEW.expires_at IS DISTINCT FROM OLD.expires_at
				OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.second_reason IS DISTINCT FROM OLD.second_reason
				OR (OLD.second_approver_id IS NULL AND NEW.second_approver_id IS NOT NULL)))
		) EXECUTE FUNCTION approval_refuse();`;

/** Approvals are about invoices. The column was never written; the trigger names it, so it is made anew around the change. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TRIGGER approvals_stay_bound ON approvals;
		ALTER TABLE approvals DROP CONSTRAINT approvals_contract_id_contracts_id_fk;
		DROP INDEX approvals_contract_idx;
		ALTER TABLE approvals DROP COLUMN contract_id;
		${bindTrigger("")}
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP TRIGGER approvals_stay_bound ON approvals;
		ALTER TABLE approvals ADD COLUMN contract_id uuid;
		ALTER TABLE approvals ADD CONSTRAINT approvals_contract_id_contracts_id_fk
			FOREIGN KEY (contract_id) REFERENCES contracts(id) ON DELETE set null ON UPDATE no action;
		CREATE INDEX approvals_contract_idx ON approvals USING btree (contract_id);
		${bindTrigger("OR NEW.contract_id <> OLD.contract_id")}
	`));
}
