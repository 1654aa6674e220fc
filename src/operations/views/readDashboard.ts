import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "./requireVendor";

/** Rows of a kind that are shown; the rest is counted. */
const SHOWN = 6;

/** Something that waits for a person. Times are ISO 8601. */
export type Need = {
	id: string;
	title: string;
	detail: string | null;
	severity: "low" | "medium" | "high" | null;
	casinoId: string | null;
	casinoName: string | null;
	at: string;
};
export type NeedKind = "held" | "failedRuns" | "risks" | "checkIns" | "redHealth";
export type Needs = Record<NeedKind, { total: number; rows: Need[] }>;

export type MovingRun = {
	id: string;
	status: "queued" | "running" | "succeeded";
	casinoId: string;
	casinoName: string;
	stepsDone: number;
	stepsTotal: number;
	/** The step that runs, or that comes next. */
	currentStep: string | null;
	since: string;
};
export type Live = { needs: Needs; moving: MovingRun[] };

export type OpenOnboarding = {
	id: string;
	casinoId: string;
	casinoName: string;
	stage: "gate" | "provisioning" | "live";
	health: "green" | "yellow" | "red";
	goLiveAt: string | null;
};
export type Portfolio = {
	stages: { gate: number; provisioning: number; live: number; onHold: number; completed: number };
	health: { green: number; yellow: number; red: number };
	/** Open onboardings, the nearest go-live first. */
	next: OpenOnboarding[];
	/** How far the very first customer has come in. */
	has: { casino: boolean; onboarding: boolean; contract: boolean; invoice: boolean };
};

/** What needs a person and what moves: two statements, whatever the size of the portfolio. */
export async function readLive({ req }: { req: PayloadRequest }): Promise<Live> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const [[needs], moving] = await Promise.all([sql<Needs>(needsSql), sql<MovingRun>(movingSql)]);
	if (!needs) throw new Error("What needs a person could not be read.");
	return { needs, moving };
}

/**
 * The whole dashboard: three statements.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readDashboard({ req }: { req: PayloadRequest }): Promise<Live & { portfolio: Portfolio }> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const [live, [portfolio]] = await Promise.all([readLive({ req }), sql<Portfolio>(portfolioSql)]);
	if (!portfolio) throw new Error("The portfolio could not be read.");
	return { ...live, portfolio };
}

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
const needsSql = `SELECT ${[
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
		`(SELECT * FROM check_ins WHERE status = 'attention' OR (status = 'scheduled' AND due_at < now() - interval '1 day')) AS it`,
		`it.id, it.label AS title, it.outcome AS detail, NULL AS severity, it.due_at AS at`,
		"it.due_at",
	),
	need(
		"redHealth",
		"(SELECT * FROM onboardings WHERE health = 'red' AND status = 'open') AS it",
		`it.id, coalesce(it.title, 'Onboarding') AS title, NULL AS detail, NULL AS severity, it.updated_at AS at`,
		"it.updated_at",
	),
].join(",")}`;

/** What succeeded stays in sight for ten minutes. */
const movingSql = `
	SELECT run.id, run.status, run.casino_id AS "casinoId", c.name AS "casinoName",
		count(step.id) FILTER (WHERE step.status IN ('succeeded', 'skipped'))::int AS "stepsDone",
		count(step.id)::int AS "stepsTotal",
		(array_agg(step.title ORDER BY step.position) FILTER (WHERE step.status IN ('running', 'pending')))[1] AS "currentStep",
		coalesce(run.finished_at, run.started_at, run.created_at) AS since
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

const stageSql = `CASE WHEN c.status IN ('live', 'suspended') THEN 'live' WHEN o.gate_opened_at IS NOT NULL THEN 'provisioning' ELSE 'gate' END`;

const portfolioSql = `
	WITH counted AS (
		SELECT o.status, o.health, ${stageSql} AS stage, count(*)::int AS number
		FROM onboardings o JOIN casinos c ON c.id = o.casino_id GROUP BY 1, 2, 3
	), total AS (
		SELECT
			coalesce(sum(number) FILTER (WHERE status = 'open' AND stage = 'gate'), 0)::int AS gate,
			coalesce(sum(number) FILTER (WHERE status = 'open' AND stage = 'provisioning'), 0)::int AS provisioning,
			coalesce(sum(number) FILTER (WHERE status = 'open' AND stage = 'live'), 0)::int AS live,
			coalesce(sum(number) FILTER (WHERE status = 'on_hold'), 0)::int AS on_hold,
			coalesce(sum(number) FILTER (WHERE status = 'completed'), 0)::int AS completed,
			coalesce(sum(number) FILTER (WHERE status = 'open' AND health = 'green'), 0)::int AS green,
			coalesce(sum(number) FILTER (WHERE status = 'open' AND health = 'yellow'), 0)::int AS yellow,
			coalesce(sum(number) FILTER (WHERE status = 'open' AND health = 'red'), 0)::int AS red
		FROM counted
	)
	SELECT
		json_build_object('gate', gate, 'provisioning', provisioning, 'live', live, 'onHold', on_hold, 'completed', completed) AS stages,
		json_build_object('green', green, 'yellow', yellow, 'red', red) AS health,
		coalesce((SELECT json_agg(near) FROM (
			SELECT o.id, c.id AS "casinoId", c.name AS "casinoName", ${stageSql} AS stage, o.health, o.go_live_at AS "goLiveAt"
			FROM onboardings o JOIN casinos c ON c.id = o.casino_id
			WHERE o.status = 'open' ORDER BY o.go_live_at NULLS LAST, o.created_at LIMIT 12
		) AS near), '[]') AS next,
		json_build_object(
			'casino', EXISTS (SELECT FROM casinos), 'onboarding', EXISTS (SELECT FROM onboardings),
			'contract', EXISTS (SELECT FROM contracts WHERE status = 'signed'),
			'invoice', EXISTS (SELECT FROM invoices WHERE status IN ('open', 'paid'))
		) AS has
	FROM total`;
