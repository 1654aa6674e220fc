import { longestHypercare } from "@/domain/adoption/hypercareWeeks";
import { isoSql } from "@/queue/isoSql";
import { scopesSql } from "../adoption/scopesSql";
import { pendingAmendmentSql, termsInForceSql } from "../contracts/termsInForce";
import { decisionEndSql } from "../decisions/decisionEndSql";
import { adoptionWeekSql, adoptionWeeksSql, pilotUseSql } from "./adoptionWeekSql";
import { auditFactsSql, boundaryFactsSql, floorFactsSql, syncFactsSql } from "./floorFactsSql";

/** A correlated list: rows of a table as objects in one order, for what is said names the first; empty when there are none. */
const list = (object: string, from: string) => {
	const alias = /^\w+ (\w+)/.exec(from)?.[1];
	return `coalesce((SELECT json_agg(json_build_object(${object}) ORDER BY ${alias}.id) FROM ${from}), '[]')`;
};

/** The acceptance as it was last set, with the mails of when it last got worse. */
const acceptanceSql = `(SELECT json_build_object('id', a.id, 'colour', a.colour, 'setAt', ${isoSql("a.set_at")}, 'acknowledgedAt', ${isoSql("a.acknowledged_at")},
		'mails', coalesce((SELECT json_agg(json_build_object('id', m.id, 'status', m.status, 'to', m."to") ORDER BY m.id)
			FROM messages m WHERE m.casino_id = o.casino_id AND m.template = 'acceptance_changed' AND m.data ->> 'acceptanceId' = (
				SELECT n.data ->> 'acceptanceId' FROM messages n WHERE n.casino_id = o.casino_id AND n.template = 'acceptance_changed'
					AND n.data ->> 'onboardingId' = o.id::text ORDER BY n.created_at DESC, n.id LIMIT 1)), '[]'))
	FROM acceptances a WHERE a.onboarding_id = o.id ORDER BY a.set_at DESC LIMIT 1)`;

/** The records that the rules of the onboarding $1 look at (`OnboardingFacts`), without what the gate finds. */
export const onboardingFactsSql = `
	SELECT
		json_build_object(
			'id', o.id, 'openedAt', ${isoSql("o.created_at")}, 'goLiveAt', o.go_live_at,
			'agreedGoLiveAt', o.agreed_go_live_at, 'wentLiveAt', o.went_live_at,
			'operationsLead', json_build_object('name', o.operations_lead_name, 'email', o.operations_lead_email),
			'adminContact', json_build_object('name', o.admin_contact_name, 'email', o.admin_contact_email),
			'announcedAt', ${isoSql("o.announced_at")},
			'announcedTo', (SELECT count(*) FROM messages m WHERE m.casino_id = o.casino_id AND m.key LIKE 'announcement:' || o.id || ':%'),
			'announcedHeld', (SELECT count(*) FROM messages m WHERE m.casino_id = o.casino_id AND m.status = 'held' AND m.key LIKE 'announcement:' || o.id || ':%'),
			'escalationContacts', (SELECT count(*) FROM onboardings_escalation e WHERE e._parent_id = o.id),
			'lessonsProposedAt', ${isoSql("o.lessons_proposed_at")},
			'freeze', json_build_object('from', ${isoSql("o.freeze_from")}, 'until', ${isoSql("o.freeze_until")}),
			'pilot', json_build_object('startsAt', o.pilot_starts_at, 'endedAt', o.pilot_ends_at,
				'shiftsPlanned', o.pilot_shifts_planned),
			'scopes', ${scopesSql},
			'hypercareWeeks', coalesce((SELECT CASE i.choice WHEN 'two_weeks' THEN 2 WHEN 'three_weeks' THEN 3 END FROM checklist_items i
				WHERE i.onboarding_id = o.id AND i.key = 'hypercare_length' AND i.status = 'done' AND i.retired_at IS NULL), ${longestHypercare}),
			'cashiersInScope', (SELECT CASE WHEN i.status = 'done' THEN coalesce(i.choice, 'undecided') ELSE 'undecided' END FROM checklist_items i
				WHERE i.onboarding_id = o.id AND i.key = 'cashiers_in_scope' AND i.retired_at IS NULL),
			'acceptance', ${acceptanceSql}
		) AS onboarding,
		json_build_object('id', c.id, 'status', c.status, 'paymentStanding', c.payment_standing) AS casino,
		${list(`'id', k.id, 'type', k.type, 'status', k.status, 'signedAt', ${isoSql("k.signed_at")}, 'hasCopy', k.file_id IS NOT NULL`, `contracts k WHERE k.onboarding_id = o.id AND NOT ${pendingAmendmentSql("k")}`)} AS contracts,
		${list(
			`'id', v.id, 'number', v.number, 'status', v.status, 'opensGate', v.opens_gate, 'purchaserEmail', v.purchaser_email,
				'sentAt', ${isoSql("v.sent_at")}, 'paidAt', ${isoSql("v.paid_at")}, 'dueAt', v.due_at, 'poStatus', v.po_status`,
			"invoices v WHERE v.onboarding_id = o.id",
		)} AS invoices,
		(SELECT json_build_object('id', r.id, 'status', r.status, 'openedAt', ${isoSql("r.created_at")}, 'finishedAt', ${isoSql("r.finished_at")}, 'steps',
				${list(`'id', t.id, 'step', t.step, 'status', t.status, 'finishedAt', ${isoSql("t.finished_at")}`, "provisioning_steps t WHERE t.run_id = r.id")})
			FROM provisioning_runs r WHERE r.onboarding_id = o.id AND r.status <> 'undone') AS run,
		${list(
			`'id', e.id, 'reason', e.hold_reason, 'receivedAt', ${isoSql("e.received_at")}`,
			`payment_events e WHERE e.status = 'held' AND (e.casino_id = o.casino_id
				OR e.invoice_id IN (SELECT v.id FROM invoices v WHERE v.onboarding_id = o.id))`,
		)} AS "heldEvents",
		(SELECT json_build_object('id', s.id) FROM casino_settings s WHERE s.casino_id = o.casino_id) AS settings,
		${boundaryFactsSql} AS boundaries,
		(SELECT json_build_object(
				'granted', (SELECT count(*) FROM entitlements e WHERE e.casino_id = o.casino_id AND e.contract_id = f.id AND e.ends_at IS NULL),
				'planned', f.plan_id IS NOT NULL,
				'missing', coalesce((SELECT json_agg(g.feature) FROM plans_grants g WHERE g._parent_id = f.plan_id AND NOT EXISTS (
					SELECT 1 FROM entitlements e WHERE e.casino_id = o.casino_id AND e.contract_id = f.id AND e.feature = g.feature AND e.ends_at IS NULL)), '[]'))
			FROM (SELECT 1) AS one LEFT JOIN LATERAL (${termsInForceSql("o.id")}) f ON true) AS entitlements,
		${list(`'id', m.id, 'template', m.template, 'status', m.status, 'to', m."to", 'sentAt', ${isoSql("m.sent_at")}`, "messages m WHERE m.casino_id = o.casino_id")} AS messages,
		${list("'id', n.id, 'email', n.email, 'role', n.role, 'status', n.status", "staff_invites n WHERE n.casino_id = o.casino_id")} AS invites,
		${list(
			`'id', p.id, 'name', p.name, 'email', p.email, 'role', p.role, 'status', p.status, 'lastSignInAt', ${isoSql("u.last_sign_in_at")}, 'productRole', p.product_role`,
			"staff p LEFT JOIN users u ON u.id = p.user_id WHERE p.casino_id = o.casino_id",
		)} AS staff,
		coalesce((SELECT json_agg(json_build_object('name', coalesce(u.name, u.email), 'email', u.email) ORDER BY u.id)
			FROM users_memberships m JOIN users u ON u.id = m._parent_id
			WHERE m.casino_id = o.casino_id AND EXISTS (
				SELECT 1 FROM users_memberships_roles r WHERE r.parent_id = m.id AND r.value = 'compliance_lead')), '[]') AS "complianceLeads",
		${floorFactsSql} AS floor,
		${syncFactsSql} AS sync,
		${auditFactsSql} AS "auditTrail",
		${list(
			`'id', t.id, 'role', t.role, 'status', t.status, 'at', ${isoSql("t.at")},
				'attended', array(SELECT a.person_id FROM training_sessions_attendees a WHERE a._parent_id = t.id AND a.has_attended)`,
			"training_sessions t WHERE t.onboarding_id = o.id",
		)} AS training,
		${list(
			`'id', q.id, 'title', q.title, 'severity', q.severity, 'status', q.status, 'foundAt', ${isoSql("q.found_at")},
			'isForRoadmap', q.outcome IS NOT DISTINCT FROM 'roadmap', 'roadmapLink', q.roadmap_link`,
			"pilot_issues q WHERE q.onboarding_id = o.id",
		)} AS "pilotIssues",
		${list(`'id', k.id, 'task', k.task, 'seconds', k.seconds, 'observedAt', ${isoSql("k.observed_at")}`, "spot_checks k WHERE k.onboarding_id = o.id")} AS "spotChecks",
		${list(`'id', h.id, 'day', h.day, 'kind', h.kind, 'dueAt', ${isoSql("h.due_at")}, 'status', h.status, 'hasNote', coalesce(trim(h.notes), '') <> ''`, "check_ins h WHERE h.onboarding_id = o.id")} AS "checkIns",
		${list(adoptionWeekSql, adoptionWeeksSql)} AS adoption,
		${pilotUseSql} AS "pilotUse",
		${list(
			`'id', d.id, 'kind', d.kind, 'status', d.status, 'decidedAt', ${isoSql("d.decided_at")}, 'endsAt', ${isoSql(decisionEndSql)}`,
			"decisions d WHERE d.onboarding_id = o.id",
		)} AS decisions,
		${list(
			`'id', x.id, 'title', x.title, 'kind', x.kind, 'severity', x.severity, 'openedAt', ${isoSql("x.created_at")}`,
			"risks x WHERE x.status = 'open' AND (x.onboarding_id = o.id OR (x.onboarding_id IS NULL AND x.casino_id = o.casino_id))",
		)} AS risks,
		${list(`'id', w.id, 'what', w.what, 'on', w."on", 'since', ${isoSql("w.since")}, 'until', ${isoSql("w.until")}`, "waits w WHERE w.onboarding_id = o.id")} AS waits,
		${list(
			"'id', i.id, 'title', i.title, 'status', i.status, 'minutes', i.minutes_taken",
			`checklist_items i WHERE i.onboarding_id = o.id AND i.retired_at IS NULL AND i.status <> 'not_needed' AND i.rule -> 'isTimed' = 'true'`,
		)} AS "timedItems",
		${isoSql("o.gate_opened_at")} AS "gateOpenedAt",
		EXISTS (SELECT 1 FROM provisioning_runs r WHERE r.onboarding_id = o.id) AS "hasHadRun"
	FROM onboardings o JOIN casinos c ON c.id = o.casino_id
	WHERE o.id = $1::uuid`;
