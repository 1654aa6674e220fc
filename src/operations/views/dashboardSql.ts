import { dueCheckInsSql } from "../checkIns/readDueCheckIns";
import { daysLateSql } from "../plan/daysLateSql";
import type { NeedKind } from "./dashboardFacts";

/** Rows of a kind that are shown; the rest is counted. */
export const SHOWN = 6;

/** One kind of need: its count, and its first rows by the order given. */
const need = (name: NeedKind, from: string, columns: string, order: string) => `
	(SELECT json_build_object(
		'total', (SELECT count(*) FROM ${from}),
		'rows', coalesce((SELECT json_agg(shown) FROM (
			SELECT ${columns}, c.id AS "casinoId", c.name AS "casinoName"
			FROM (SELECT * FROM ${from} ORDER BY ${order} LIMIT ${SHOWN}) AS it LEFT JOIN casinos c ON c.id = it.casino_id
			ORDER BY ${order}
		) AS shown), '[]')
	)) AS "${name}"`;

const openRisks = `(SELECT r.* FROM risks r WHERE r.status IN ('open', 'acknowledged')
	AND NOT EXISTS (SELECT FROM payment_events e WHERE e.id = r.payment_event_id AND e.status = 'held')
	AND NOT EXISTS (SELECT FROM provisioning_runs p WHERE p.id = r.run_id AND p.status = 'failed')) AS it`;

/** A risk that repeats a held payment or a failed run is not shown twice. */
export const needsSql = `SELECT ${[
	need(
		"held",
		"(SELECT * FROM payment_events WHERE status = 'held') AS it",
		`it.id, coalesce((SELECT r.title FROM risks r WHERE r.payment_event_id = it.id LIMIT 1), it.type) AS title,
			it.explanation AS detail, NULL AS severity, it.received_at AS at`,
		"it.received_at",
	),
	need(
		"failedRuns",
		"(SELECT * FROM provisioning_runs WHERE status = 'failed') AS it",
		`it.id, 'Provisioning stopped' AS title, it.error AS detail, NULL AS severity, coalesce(it.finished_at, it.updated_at) AS at`,
		"it.updated_at",
	),
	need(
		"risks",
		openRisks,
		`it.id, it.title, it.detail, it.severity::text AS severity, it.created_at AS at`,
		"it.severity DESC, it.created_at",
	),
	need(
		"checkIns",
		`${dueCheckInsSql} AS it`,
		`it.id, it.label AS title, it.outcome AS detail, NULL AS severity, it.due_at AS at`,
		"it.due_at",
	),
	need(
		"redHealth",
		"(SELECT * FROM onboardings WHERE health = 'red' AND status = 'open') AS it",
		`it.id, coalesce(it.title, 'Onboarding') AS title, it.health_reasons -> 0 ->> 'says' AS detail, NULL AS severity,
			coalesce(it.health_since, it.updated_at) AS at`,
		"coalesce(it.health_since, it.updated_at), it.id",
	),
].join(",")}`;

/** What succeeded stays in sight for ten minutes. */
export const movingSql = `
	SELECT run.id, run.status, run.casino_id AS "casinoId", c.name AS "casinoName",
		count(step.id) FILTER (WHERE step.status IN ('succeeded', 'skipped'))::int AS "stepsDone",
		count(step.id)::int AS "stepsTotal",
		(array_agg(step.title ORDER BY step.position) FILTER (WHERE step.status IN ('running', 'pending')))[1] AS "currentStep",
		coalesce(run.finished_at, run.started_at, run.created_at) AS since,
		(count(*) OVER ())::int AS total, (count(*) FILTER (WHERE run.status <> 'succeeded') OVER ())::int AS "inProgress"
	FROM (
		SELECT * FROM provisioning_runs WHERE status IN ('queued', 'running')
		UNION ALL
		SELECT * FROM provisioning_runs WHERE status = 'succeeded' AND updated_at > now() - interval '10 minutes'
	) AS run
	JOIN casinos c ON c.id = run.casino_id
	LEFT JOIN provisioning_steps step ON step.run_id = run.id
	GROUP BY run.id, run.status, run.casino_id, c.name, run.finished_at, run.started_at, run.created_at
	ORDER BY run.status = 'succeeded', run.created_at DESC
	LIMIT 20`;

const goingLive = "coalesce(o.forecast_go_live_at, o.go_live_at) NULLS LAST, o.created_at, o.id";

/** What is about the onboardings apart from their phases. $1 is how many of those that go live next are told. */
export const portfolioSql = `
	SELECT n.*, coalesce((SELECT json_agg(json_build_object(
			'id', o.id, 'customer', c.name, 'health', o.health, 'phase', o.phase, 'phaseName', l.name, 'promisedAt', o.go_live_at,
			'forecastAt', o.forecast_go_live_at, 'forecastBecause', o.forecast_because, 'wentLiveAt', NULL,
			'daysLate', ${daysLateSql}
		) ORDER BY ${goingLive})
		FROM (SELECT * FROM onboardings o WHERE o.status = 'open' AND o.went_live_at IS NULL ORDER BY ${goingLive} LIMIT $1) o
		JOIN casinos c ON c.id = o.casino_id LEFT JOIN checklists l ON l.onboarding_id = o.id AND l.phase = o.phase), '[]') AS next,
		json_build_object(
			'casino', EXISTS (SELECT FROM casinos), 'onboarding', EXISTS (SELECT FROM onboardings),
			'contract', EXISTS (SELECT FROM contracts WHERE status = 'signed'),
			'invoice', EXISTS (SELECT FROM invoices WHERE status IN ('open', 'paid'))
		) AS has
	FROM (
		SELECT (count(*) FILTER (WHERE status = 'open'))::int AS open, (count(*) FILTER (WHERE status = 'on_hold'))::int AS "onHold",
			(count(*) FILTER (WHERE status = 'completed'))::int AS completed
		FROM onboardings
	) n`;
