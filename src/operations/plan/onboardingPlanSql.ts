import { isoSql } from "@/queue/isoSql";
import { scopesSql } from "../adoption/scopesSql";
import { adoptionWeekSql, adoptionWeeksSql, pilotUseSql } from "./adoptionWeekSql";
import { daysLateSql } from "./daysLateSql";

/** Rows as objects, in an order that is said here: a join keeps none. */
const list = (object: string, from: string, order: string) =>
	`coalesce((SELECT json_agg(json_build_object(${object}) ORDER BY ${order}) FROM ${from}), '[]')`;

const person = (alias: string) =>
	`CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', coalesce(${alias}.name, ${alias}.email)) END`;

const waiver = `(SELECT json_build_object('id', d.id, 'status', d.status, 'reason', d.reason, 'expiresAt', d.expires_at, 'requestedBy', ${person("ask")})
	FROM decisions d LEFT JOIN users ask ON ask.id = d.requested_by_id
	WHERE d.item_id = i.id AND d.kind = 'waiver' AND d.status IN ('proposed', 'approved', 'overridden')
	ORDER BY d.created_at DESC LIMIT 1)`;

const opinions = list(
	`'person', ${person("y")}, 'isVendors', y.vendor_role IS NOT NULL, 'stance', q.stance, 'words', q.words, 'at', ${isoSql("q.updated_at")}`,
	"opinions q LEFT JOIN users y ON y.id = q.person_id WHERE q.item_id = i.id",
	"q.updated_at, q.id",
);

const items = list(
	`'id', i.id, 'key', i.key, 'phase', i.phase, 'title', i.title, 'guidance', i.guidance, 'kind', i.kind, 'owner', i.owner,
		'isVisibleToCustomer', coalesce(i.visible_to_customer, false), 'status', i.status, 'responsible', i.responsible,
		'evidence', i.evidence, 'rule', i.rule, 'automation', i.automation, 'criterion', i.criterion, 'says', i.says, 'foundIn', i.found_in,
		'dueAt', i.due_at, 'forecastAt', i.forecast_at, 'snoozedTo', i.snoozed_to, 'snoozeReason', i.snooze_reason,
		'startedAt', ${isoSql("i.started_at")}, 'doneAt', ${isoSql("i.done_at")}, 'minutesTaken', i.minutes_taken, 'choice', i.choice,
		'proofValue', i.proof_value, 'proofLink', i.proof_link, 'signedName', i.signed_name, 'isSignerUnproved', coalesce(i.is_signer_unproved, false), 'note', i.note,
		'proofFile', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'filename', coalesce(f.shown_name, f.filename), 'storedName', f.filename) END,
		'assignee', ${person("a")}, 'doneBy', ${person("b")}, 'waiver', ${waiver}, 'opinions', ${opinions}`,
	`checklist_items i LEFT JOIN users a ON a.id = i.assignee_id LEFT JOIN users b ON b.id = i.done_by_id
		LEFT JOIN media f ON f.id = i.proof_file_id WHERE i.onboarding_id = o.id AND i.retired_at IS NULL`,
	"i.position",
);

const phases = list(
	`'id', l.id, 'key', l.phase, 'name', l.name, 'goal', l.goal, 'status', l.status, 'startedAt', ${isoSql("l.started_at")},
		'closedAt', ${isoSql("l.closed_at")}, 'closedBy', ${person("c")},
		'isCloserUnproved', coalesce(l.is_closer_unproved, false)`,
	"checklists l LEFT JOIN users c ON c.id = l.closed_by_id WHERE l.onboarding_id = o.id",
	"l.position",
);

const people = `json_build_object(
	'vendor', ${list("'id', u.id, 'name', coalesce(u.name, u.email), 'role', u.vendor_role", "users u WHERE u.vendor_role <> 'auditor'", "u.name, u.id")},
	'customer', ${list(
		`'id', u.id, 'name', coalesce(u.name, u.email), 'roles', array(SELECT r.value FROM users_memberships_roles r WHERE r.parent_id = m.id ORDER BY r."order")`,
		"users_memberships m JOIN users u ON u.id = m._parent_id WHERE m.casino_id = o.casino_id",
		"u.name, u.id",
	)},
	'roster', ${list("'id', s.id, 'name', s.name, 'role', s.role", "staff s WHERE s.casino_id = o.casino_id AND s.status <> 'disabled'", "s.name, s.id")},
	'invited', ${list(
		`'id', v.id, 'name', coalesce(v.name, v.email), 'role', v.role, 'expiresAt', ${isoSql("v.expires_at")}`,
		"staff_invites v WHERE v.casino_id = o.casino_id AND v.status = 'pending' AND v.expires_at > now()",
		"v.name, v.id",
	)},
	'operationsLead', o.operations_lead_name, 'adminContact', o.admin_contact_name,
	'manager', (SELECT ${person("g")} FROM users g WHERE g.id = o.manager_id)
)`;

const training = list(
	`'id', t.id, 'title', t.title, 'role', t.role, 'at', ${isoSql("t.at")}, 'durationMinutes', t.duration_minutes, 'trainer', t.trainer,
		'place', t.place, 'status', t.status, 'attendees', ${list(
			"'person', e.person_id, 'name', s.name, 'hasAttended', coalesce(e.has_attended, false)",
			"training_sessions_attendees e JOIN staff s ON s.id = e.person_id WHERE e._parent_id = t.id",
			"e._order",
		)}`,
	"training_sessions t WHERE t.onboarding_id = o.id",
	"t.at, t.id",
);

const issues = list(
	`'id', q.id, 'title', q.title, 'detail', q.detail, 'severity', q.severity, 'status', q.status, 'foundAt', ${isoSql("q.found_at")},
		'reportedBy', q.reported_by, 'owner', ${person("w")}, 'outcome', q.outcome, 'roadmapLink', q.roadmap_link`,
	"pilot_issues q LEFT JOIN users w ON w.id = q.owner_id WHERE q.onboarding_id = o.id",
	"q.severity, q.found_at DESC, q.id",
);

const adoption = list(adoptionWeekSql, adoptionWeeksSql, "w.week");

const acceptances = list(
	`'id', a.id, 'colour', a.colour, 'reason', a.reason, 'setBy', ${person("s")}, 'setAt', ${isoSql("a.set_at")},
		'acknowledgedBy', ${person("k")}, 'acknowledgedAt', ${isoSql("a.acknowledged_at")}, 'nextAction', a.next_action`,
	"acceptances a LEFT JOIN users s ON s.id = a.set_by_id LEFT JOIN users k ON k.id = a.acknowledged_by_id WHERE a.onboarding_id = o.id",
	"a.set_at DESC",
);

/** Everything an onboarding's page shows of its plan, one row for each. $1 are the onboardings. */
export const onboardingPlanSql = `SELECT
	o.id AS "onboardingId", coalesce(o.title, c.name) AS title, o.status, o.phase,
	json_build_object('id', c.id, 'name', c.name, 'status', c.status, 'timezone', c.timezone) AS casino,
	CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'version', o.playbook_version,
		'newest', coalesce((SELECT max(v.version) FROM playbook_versions v WHERE v.playbook_id = p.id), o.playbook_version)) END AS playbook,
	(SELECT v.content -> 'words' FROM playbook_versions v WHERE v.playbook_id = o.playbook_id AND v.version = o.playbook_version) AS words,
	json_build_object(
		'openedAt', ${isoSql("o.created_at")}, 'gateOpenedAt', ${isoSql("o.gate_opened_at")}, 'pilotStartsAt', o.pilot_starts_at,
		'pilotEndsAt', o.pilot_ends_at, 'promisedGoLiveAt', o.go_live_at, 'agreedGoLiveAt', o.agreed_go_live_at,
		'forecastGoLiveAt', o.forecast_go_live_at, 'forecastBecause', o.forecast_because, 'wentLiveAt', o.went_live_at, 'daysLate', ${daysLateSql},
		'completedAt', ${isoSql("o.completed_at")}, 'freezeFrom', ${isoSql("o.freeze_from")}, 'freezeUntil', ${isoSql("o.freeze_until")}
	) AS dates,
	json_build_object('level', o.health, 'since', ${isoSql("o.health_since")}, 'reasons', coalesce(o.health_reasons, '[]'),
		'acknowledgedAt', ${isoSql("o.health_acknowledged_at")}) AS health,
	${phases} AS phases,
	${items} AS items,
	${people} AS people,
	${list("'name', e.name, 'role', e.role, 'reach', e.reach", "onboardings_escalation e WHERE e._parent_id = o.id", "e._order")} AS escalation,
	CASE WHEN o.announced_at IS NOT NULL AND o.announcement IS NOT NULL THEN json_build_object('subject', o.announcement_subject,
		'text', o.announcement, 'sentAt', ${isoSql("o.announced_at")}) END AS announcement,
	${list(
		`'id', w.id, 'on', w."on", 'whom', w.whom, 'what', w.what, 'since', ${isoSql("w.since")}, 'until', ${isoSql("w.until")}`,
		"waits w WHERE w.onboarding_id = o.id",
		"w.until DESC NULLS FIRST, w.since DESC, w.id",
	)} AS waits,
	${training} AS training,
	${issues} AS issues,
	${list(
		`'id', k.id, 'task', k.task, 'seconds', k.seconds, 'observedAt', ${isoSql("k.observed_at")}, 'by', s.name`,
		"spot_checks k LEFT JOIN staff s ON s.id = k.performed_by_id WHERE k.onboarding_id = o.id",
		"k.observed_at DESC, k.id",
	)} AS "spotChecks",
	${adoption} AS adoption,
	${acceptances} AS acceptances, o.definition_of_done AS "definitionOfDone",
	${scopesSql} AS scopes,
	${pilotUseSql} AS "pilotUse"
	FROM onboardings o JOIN casinos c ON c.id = o.casino_id LEFT JOIN playbooks p ON p.id = o.playbook_id
	WHERE o.id = ANY ($1::uuid[])`;
