import { type MigrateDownArgs, type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/**
 * An approval never changes what it is bound to, ends once, and holds two persons in two seats. A row that goes (an account, a
 * contract) takes its link along. Purchase orders approved before get their approval: bound to what the invoice asks now, if as
 * many persons approved it as that amount takes; else they wait for approval again.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		CREATE FUNCTION approval_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
		BEGIN
			RAISE EXCEPTION 'An approval never changes what it is bound to, nor after it ended.';
		END
		$$;
		CREATE FUNCTION approval_check() RETURNS trigger LANGUAGE plpgsql AS $$
		BEGIN
			IF NEW.status = 'approved' AND (TG_OP = 'INSERT' OR OLD.status = 'awaiting') AND (
				NEW.first_approver_id IS NULL
				OR (NEW.seats > 1 AND (NEW.second_approver_id IS NULL OR NEW.second_approver_id = NEW.first_approver_id))
			) THEN
				RAISE EXCEPTION 'An approval takes as many different persons as it has seats.';
			END IF;
			RETURN NEW;
		END
		$$;
		CREATE TRIGGER approvals_take_seats BEFORE INSERT OR UPDATE ON approvals FOR EACH ROW EXECUTE FUNCTION approval_check();
		CREATE TRIGGER approvals_stay_bound BEFORE UPDATE ON approvals
			FOR EACH ROW WHEN (
				NEW.subject <> OLD.subject OR NEW.casino_id <> OLD.casino_id OR NEW.invoice_id <> OLD.invoice_id
				OR NEW.contract_id <> OLD.contract_id OR NEW.payment_event_id <> OLD.payment_event_id
				OR NEW.amount IS DISTINCT FROM OLD.amount OR NEW.currency IS DISTINCT FROM OLD.currency
				OR NEW.version <> OLD.version OR NEW.proposal IS DISTINCT FROM OLD.proposal OR NEW.seats <> OLD.seats
				OR NEW.first_approver_id <> OLD.first_approver_id OR NEW.second_approver_id <> OLD.second_approver_id
				OR (OLD.status NOT IN ('awaiting', 'approved') AND (NEW.status <> OLD.status
					OR NEW.withdrawn_because IS DISTINCT FROM OLD.withdrawn_because OR NEW.closed_at IS DISTINCT FROM OLD.closed_at))
				OR (OLD.status <> 'awaiting' AND (NEW.status = 'awaiting' OR NEW.expires_at IS DISTINCT FROM OLD.expires_at
					OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.second_reason IS DISTINCT FROM OLD.second_reason
					OR (OLD.second_approver_id IS NULL AND NEW.second_approver_id IS NOT NULL)))
			) EXECUTE FUNCTION approval_refuse();
		CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION approval_refuse();
		CREATE UNIQUE INDEX approvals_one_order ON approvals (invoice_id)
			WHERE subject = 'purchase_order' AND status IN ('awaiting', 'approved');
		CREATE UNIQUE INDEX approvals_one_release ON approvals (payment_event_id)
			WHERE subject = 'held_release' AND status = 'awaiting';
	`));
	await db.execute(sql.raw(`
		WITH rule AS (
			SELECT coalesce((SELECT purchase_orders_second_approver_above FROM settings LIMIT 1), 5000000) AS above,
				coalesce((SELECT lower(purchase_orders_currency) FROM settings LIMIT 1), 'usd') AS currency
		), kept AS (
			SELECT i.*, CASE WHEN i.amount_due > rule.above OR lower(i.currency) <> rule.currency THEN 2 ELSE 1 END AS needed
			FROM invoices i, rule
			WHERE i.po_approved_by_id IS NOT NULL AND i.po_status IN ('requested', 'approved')
		)
		INSERT INTO approvals (title, casino_id, subject, status, invoice_id, amount, currency, version, seats, requested_by_id,
			first_approver_id, first_approved_at, second_approver_id, second_approved_at, reason, expires_at, withdrawn_because, closed_at)
		SELECT 'Purchase order ' || po_number || ' of invoice ' || number, casino_id, 'purchase_order',
			(CASE WHEN po_status = 'requested' THEN 'awaiting'
				WHEN needed = 2 AND po_second_approver_id IS NULL THEN 'withdrawn' ELSE 'approved' END)::enum_approvals_status,
			id, amount_due, currency, amount_due::text || ' ' || currency || ' / ' || coalesce(onboarding_id::text, '-') || ' / ' || po_number,
			CASE WHEN po_second_approver_id IS NULL AND po_status = 'approved' THEN 1 ELSE 2 END, po_approved_by_id,
			po_approved_by_id, updated_at, po_second_approver_id, CASE WHEN po_second_approver_id IS NULL THEN NULL ELSE updated_at END,
			po_reason, po_expires_at,
			CASE WHEN po_status = 'approved' AND needed = 2 AND po_second_approver_id IS NULL
				THEN 'One person approved it; the amount it covers now takes two.' END,
			CASE WHEN po_status = 'approved' AND needed = 2 AND po_second_approver_id IS NULL THEN now() END
		FROM kept WHERE po_number IS NOT NULL;
		UPDATE invoices i SET po_status = 'requested', po_approved_by_id = NULL, po_expires_at = NULL
		WHERE i.po_status = 'approved'
			AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.invoice_id = i.id AND a.status = 'approved');
	`));
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
	await db.execute(sql.raw(`
		DROP INDEX approvals_one_release, approvals_one_order;
		DROP TRIGGER approvals_stay ON approvals;
		DROP TRIGGER approvals_stay_bound ON approvals;
		DROP TRIGGER approvals_take_seats ON approvals;
		DROP FUNCTION approval_check, approval_refuse;
	`));
}
