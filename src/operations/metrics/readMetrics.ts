import { createHash, timingSafeEqual } from "node:crypto";
import type { PayloadRequest } from "payload";
import { register } from "prom-client";
import { runStatuses } from "@/domain/runStatus";
import { holdReasons } from "@/domain/settlement/paymentFact";
import { env } from "@/env";
import { MetricsTokenRequired } from "@/errors";
import { queues } from "@/queue/queues";
import { sqlOf } from "@/queue/sqlOf";
import { gauges } from "./instruments";

type Counts = {
	jobs: { queue: string; due: number; later: number; oldest: number | null }[];
	active: { queue: string; jobs: number }[];
	held: { reason: string; events: number }[];
	runs: { status: string; runs: number }[];
	sealLag: number;
};

/** One statement a scrape, each part of it over an index of what waits or a small table. */
const countsSql = `SELECT json_build_object(
	'jobs', (SELECT coalesce(json_agg(j), '[]') FROM (
		SELECT name AS queue, count(*) FILTER (WHERE start_after <= now()) AS due, count(*) FILTER (WHERE start_after > now()) AS later,
			extract(epoch FROM now() - min(start_after) FILTER (WHERE start_after <= now()))::float8 AS oldest
		FROM pgboss.job WHERE state < 'active' AND NOT blocked GROUP BY name) j),
	'active', (SELECT coalesce(json_agg(a), '[]') FROM (
		SELECT name AS queue, count(*) AS jobs FROM pgboss.job WHERE state = 'active' GROUP BY name) a),
	'held', (SELECT coalesce(json_agg(h), '[]') FROM (
		SELECT hold_reason AS reason, count(*) AS events FROM payment_events WHERE status = 'held' GROUP BY hold_reason) h),
	'runs', (SELECT coalesce(json_agg(r), '[]') FROM (
		SELECT status, count(*) AS runs FROM provisioning_runs GROUP BY status) r),
	'sealLag', (SELECT coalesce(extract(epoch FROM now() - min(at)), 0)::float8 FROM audit_entries WHERE sequence IS NULL)
) AS counts`;

/**
 * What Prometheus reads: this process's own requests, memory and connections, and the system's queues, held events, runs
 * and seal lag from the database. When that is away the rest is answered all the same.
 * @throws MetricsTokenRequired without METRICS_TOKEN's value as a bearer token, and always while none is set
 */
export async function readMetrics({ req }: { req: PayloadRequest }): Promise<{ text: string; contentType: string }> {
	requireToken(req.headers.get("authorization"));
	const counts = await readCounts(req);
	gauges.databaseUp.set(counts ? 1 : 0);
	showCounts(counts);
	const { totalCount, idleCount, waitingCount } = req.payload.db.pool;
	gauges.pool.set({ state: "total" }, totalCount);
	gauges.pool.set({ state: "idle" }, idleCount);
	gauges.pool.set({ state: "waiting" }, waitingCount);
	return { text: await register.metrics(), contentType: register.contentType };
}

/** Compared as hashes: neither length nor beginning of the token shows in how long it takes. */
function requireToken(header: string | null): void {
	const hash = (text: string) => createHash("sha256").update(text).digest();
	const expected = env().METRICS_TOKEN;
	const given = header?.match(/^Bearer (\S+)$/)?.[1] ?? "";
	if (!expected || !timingSafeEqual(hash(given), hash(expected))) throw new MetricsTokenRequired();
}

async function readCounts({ payload }: PayloadRequest): Promise<Counts | null> {
	try {
		const sql = await sqlOf({ payload });
		const [row] = await sql<{ counts: Counts }>(countsSql);
		return row?.counts ?? null;
	} catch (error) {
		payload.logger.warn({ err: error, msg: "The metrics could not be read from the database." });
		return null;
	}
}

/** Every queue, reason and status is shown, at zero too: what comes and goes cannot be alerted on. */
function showCounts(counts: Counts | null): void {
	const { jobsDue, jobsLater, jobsActive, oldestDue, heldEvents, runs, sealLag } = gauges;
	for (const each of [jobsDue, jobsLater, jobsActive, oldestDue, heldEvents, runs, sealLag]) each.reset();
	if (!counts) {
		sealLag.remove();
		return;
	}
	for (const { name: queue } of Object.values(queues)) {
		const waiting = counts.jobs.find((each) => each.queue === queue);
		jobsDue.set({ queue }, waiting?.due ?? 0);
		jobsLater.set({ queue }, waiting?.later ?? 0);
		oldestDue.set({ queue }, waiting?.oldest ?? 0);
		jobsActive.set({ queue }, counts.active.find((each) => each.queue === queue)?.jobs ?? 0);
	}
	for (const reason of holdReasons) heldEvents.set({ reason }, 0);
	for (const { reason, events } of counts.held) heldEvents.set({ reason }, events);
	for (const status of runStatuses) runs.set({ status }, 0);
	for (const { status, runs: count } of counts.runs) runs.set({ status }, count);
	sealLag.set(counts.sealLag);
}
