import { todaySql } from "@/queue/daySql";
import { daysLateSql } from "../plan/daysLateSql";
import { waitingSql } from "../plan/waitingSql";
import { standingSql } from "./standingSql";

/** Rows of a list that one page shows; the rest is counted. */
const SHOWN = 12;
/** Of each kind of people, before they are joined by address. */
const PEOPLE_SHOWN = 100;

const one = (name: string, from: string) => `(SELECT to_json(it) FROM (${from}) AS it) AS "${name}"`;
const list = (name: string, from: string) => `coalesce((SELECT json_agg(it) FROM (${from}) AS it), '[]') AS "${name}"`;

const address = (alias: string, line2 = "NULL") =>
	`json_build_object('line1', ${alias}.address_line1, 'line2', ${line2}, 'postalCode', ${alias}.address_postal_code, 'city', ${alias}.address_city, 'country', ${alias}.address_country) AS address`;

const contact = (prefix: string, channel: string) =>
	`json_build_object('name', o.${prefix}_name, 'email', o.${prefix}_email, 'preferredChannel', ${channel})`;

const run = `(SELECT to_json(r) FROM (
	SELECT run.id, run.status, run.error, run.started_at AS "startedAt", run.finished_at AS "finishedAt",
		count(step.id)::int AS "stepsTotal",
		count(step.id) FILTER (WHERE step.status IN ('succeeded', 'skipped'))::int AS "stepsDone"
	FROM provisioning_runs run LEFT JOIN provisioning_steps step ON step.run_id = run.id
	WHERE run.onboarding_id = o.id GROUP BY run.id ORDER BY run.status = 'undone', run.created_at DESC LIMIT 1
) AS r)`;

const onboarding = `SELECT o.id, o.status, o.health, o.notes, o.go_live_at AS "promisedAt", o.forecast_go_live_at AS "forecastAt",
	o.forecast_because AS "forecastBecause", o.went_live_at AS "wentLiveAt", ${daysLateSql} AS "daysLate", ${waitingSql} AS "waitingOn",
	array(SELECT reason ->> 'says' FROM jsonb_array_elements(coalesce(o.health_reasons, '[]')) reason) AS "healthReasons", o.gate_standard AS "gateStandard",
	o.gate_opened_at AS "gateOpenedAt", o.created_at AS "createdAt",
	${contact("operations_lead", "o.operations_lead_preferred_channel")} AS "operationsLead",
	${contact("admin_contact", "o.admin_contact_preferred_channel")} AS "adminContact",
	(SELECT max(k.signed_at) FROM contracts k WHERE k.onboarding_id = o.id AND k.status = 'signed') AS "contractsSignedAt",
	(SELECT max(i.paid_at) FROM invoices i WHERE i.onboarding_id = o.id AND i.opens_gate AND i.status = 'paid') AS "invoicesPaidAt",
	(SELECT min(greatest(u.first_sign_in_at, s.created_at)) FROM staff s JOIN users u ON u.id = s.user_id
		WHERE s.casino_id = $1 AND s.role = 'casino_admin' AND u.first_sign_in_at IS NOT NULL) AS "firstSignInAt",
	${run} AS run
	FROM onboardings o WHERE o.casino_id = $1 ORDER BY o.status <> 'open', o.created_at DESC LIMIT 1`;

const contracts = `SELECT k.id, coalesce(k.title, 'Contract') AS title, k.type, k.status, k.signed_at AS "signedAt", k.expires_at AS "expiresAt",
	p.name AS plan, k.sites::float8 AS sites, k.seats::float8 AS seats, k.term_months::float8 AS "termMonths"
	FROM contracts k LEFT JOIN plans p ON p.id = k.plan_id WHERE k.casino_id = $1
	ORDER BY k.status <> 'signed', k.type <> 'order_form', k.created_at DESC LIMIT ${SHOWN}`;

const plan = `SELECT p.id, p.name FROM contracts k JOIN plans p ON p.id = k.plan_id
	WHERE k.casino_id = $1 AND k.status IN ('signed', 'sent', 'draft') ORDER BY k.status <> 'signed', k.created_at DESC LIMIT 1`;

const subscription = `SELECT s.id, s.status, s.plan, s.billing_cycle AS "billingCycle", s.current_period_end AS "currentPeriodEnd"
	FROM subscriptions s WHERE s.casino_id = $1 ORDER BY s.status NOT IN ('active', 'trialing', 'past_due'), s.created_at DESC LIMIT 1`;

const invoices = `SELECT i.id, i.number, i.status, ${standingSql}, i.currency,
	i.paid_at AS "paidAt", i.purchaser_email AS "purchaserEmail", i.po_status AS "poStatus"
	FROM invoices i WHERE i.casino_id = $1 ORDER BY i.created_at DESC LIMIT ${SHOWN}`;

const lastPayment = `SELECT i.id AS "invoiceId", i.number, coalesce(i.amount_paid, i.amount_due)::float8 AS amount, i.currency, i.paid_at AS "paidAt"
	FROM invoices i WHERE i.casino_id = $1 AND i.status IN ('paid', 'refunded') AND i.paid_at IS NOT NULL ORDER BY i.paid_at DESC LIMIT 1`;

const outstanding = `SELECT i.currency, sum(i.amount_due - coalesce(i.amount_paid, 0))::float8 AS amount
	FROM invoices i WHERE i.casino_id = $1 AND i.status = 'open' GROUP BY i.currency ORDER BY i.currency`;

const ofCasino = (table: string, condition = "true") =>
	`(SELECT count(*)::int FROM ${table} WHERE casino_id = $1 AND ${condition})`;

/** How many there are of what is shown in part. */
const totals = `json_build_object(
	'contracts', ${ofCasino("contracts")}, 'invoices', ${ofCasino("invoices")}, 'files', ${ofCasino("media")},
	'risks', ${ofCasino("risks", "status <> 'resolved'")},
	'history', ${ofCasino("risks", "status = 'resolved'")} + ${ofCasino("check_ins", "status IN ('done', 'attention')")},
	'people', (SELECT count(*)::int FROM (
		SELECT lower(u.email) FROM users_memberships m JOIN users u ON u.id = m._parent_id WHERE m.casino_id = $1
		UNION SELECT lower(email) FROM staff WHERE casino_id = $1
		UNION SELECT lower(email) FROM staff_invites WHERE casino_id = $1 AND status IN ('pending', 'expired')) every)
) AS totals`;

const history = `SELECT * FROM (
	(SELECT r.id, 'risk' AS kind, r.title, r.resolution AS detail, r.status::text AS status, coalesce(r.resolved_at, r.updated_at) AS at
	FROM risks r WHERE r.casino_id = $1 AND r.status = 'resolved' ORDER BY r.updated_at DESC LIMIT ${SHOWN})
	UNION ALL
	(SELECT k.id, 'checkIn', k.label, k.outcome, k.status::text, coalesce(k.looked_at, k.due_at)
	FROM check_ins k WHERE k.casino_id = $1 AND k.status IN ('done', 'attention') ORDER BY k.due_at DESC LIMIT ${SHOWN})
) AS both_kinds ORDER BY at DESC LIMIT ${SHOWN}`;

/** Everything about one casino but its people and its record, in one statement. $1 is the casino. */
export const factsSql = `SELECT
	json_build_object('id', c.id, 'name', c.name, 'slug', c.slug, 'status', c.status, 'paymentStanding', c.payment_standing,
		'timezone', c.timezone, 'today', ${todaySql("c.timezone")}, 'notes', c.notes, 'createdAt', c.created_at,
		'address', (SELECT address FROM (SELECT ${address("c")}) AS a)) AS casino,
	${one("company", `SELECT co.id, co.name, co.billing_email AS "billingEmail", co.phone, co.stripe_i_d AS "stripeId", ${address("co", "co.address_line2")} FROM companies co WHERE co.id = c.company_id`)},
	${one("onboarding", onboarding)},
	${one("plan", plan)},
	${list("contracts", contracts)},
	${one("subscription", subscription)},
	${list("invoices", invoices)},
	${one("lastPayment", lastPayment)},
	${list("outstanding", outstanding)},
	(SELECT to_json(min(i.due_at)) FROM invoices i WHERE i.casino_id = $1 AND i.status = 'open') AS "nextDueAt",
	${totals},
	${list("entitlements", `SELECT e.feature, e."limit"::float8 AS "limit", e.status, e.starts_at AS "startsAt" FROM entitlements e WHERE e.casino_id = $1 ORDER BY e.status <> 'active', e.feature`)},
	(SELECT to_json(min(s.finished_at)) FROM provisioning_steps s WHERE s.casino_id = $1 AND s.step = 'bootstrap_product' AND s.status = 'succeeded') AS "productSince",
	${list("risks", `SELECT r.id, r.title, r.detail, r.severity, r.status, r.created_at AS "createdAt" FROM risks r WHERE r.casino_id = $1 AND r.status <> 'resolved' ORDER BY r.severity DESC, r.created_at DESC LIMIT ${SHOWN}`)},
	${list("history", history)},
	${one("nextCheckIn", `SELECT k.id, k.label, k.due_at AS "dueAt" FROM check_ins k WHERE k.casino_id = $1 AND k.status = 'scheduled' ORDER BY k.due_at LIMIT 1`)},
	${list("files", `SELECT m.id, coalesce(m.shown_name, m.filename) AS filename, m.mime_type AS "mimeType", m.filesize::float8 AS filesize, m.created_at AS "createdAt" FROM media m WHERE m.casino_id = $1 ORDER BY m.created_at DESC LIMIT ${SHOWN}`)}
	FROM casinos c WHERE c.id = $1`;

/** Accounts, staff rows and invitations of one casino, to be joined by address. $1 is the casino. */
export const peopleSql = `
	(SELECT 'account' AS source, u.id, u.email, u.name, u.last_sign_in_at AS at, NULL AS status,
		array(SELECT r.value::text FROM users_memberships_roles r WHERE r.parent_id = m.id ORDER BY r."order") AS roles
	FROM users_memberships m JOIN users u ON u.id = m._parent_id WHERE m.casino_id = $1 ORDER BY u.name LIMIT ${PEOPLE_SHOWN})
	UNION ALL
	(SELECT 'staff', s.id, s.email, s.name, s.created_at, s.status::text, ARRAY[s.role::text]
	FROM staff s WHERE s.casino_id = $1 ORDER BY s.name LIMIT ${PEOPLE_SHOWN})
	UNION ALL
	(SELECT 'invite', i.id, i.email, i.name, i.expires_at, i.status::text, ARRAY[i.role::text]
	FROM staff_invites i WHERE i.casino_id = $1 AND i.status IN ('pending', 'expired') ORDER BY i.created_at LIMIT ${PEOPLE_SHOWN})`;

/** The newest lines of one casino's record. $1 is the casino. */
export const auditSql = `SELECT a.id, a.at, a.actor, u.name AS "actorName", a.action, a.collection, a.document
	FROM (SELECT * FROM audit_entries WHERE casino_id = $1 ORDER BY at DESC LIMIT 10) AS a
	LEFT JOIN users u ON u.id = CASE WHEN a.actor ~ '^user:[0-9a-f-]{36}$' THEN substr(a.actor, 6)::uuid END
	ORDER BY a.at DESC`;
