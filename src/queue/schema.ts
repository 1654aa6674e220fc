/**
 * Puts a job on one of pg-boss's queues from SQL, so that a row and its job are one statement. It writes what
 * pg-boss's own `send` writes (a test compares the two) and is as tied to the pinned version as the test is.
 * `wake` false leaves the waking to `wakeWorkers`: commits that notify wait for one another's flush to disk.
 */
export const enqueueJobSql = `
CREATE OR REPLACE FUNCTION wake_workers(queue text) RETURNS void LANGUAGE sql AS $$
	SELECT pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), queue)
$$;

CREATE OR REPLACE FUNCTION enqueue_job(queue text, payload jsonb, due timestamptz DEFAULT NULL, wake boolean DEFAULT true) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
	job_id uuid := gen_random_uuid();
BEGIN
	INSERT INTO pgboss.job (
		id, name, data, priority, start_after, created_on, expire_seconds, deletion_seconds, keep_until,
		retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds
	)
	SELECT job_id, q.name, payload, 0, coalesce(due, now()), now(), q.expire_seconds, q.deletion_seconds,
		coalesce(due, now()) + q.retention_seconds * interval '1s',
		q.retry_limit, q.retry_delay, coalesce(q.retry_backoff, false), q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
	FROM pgboss.queue q WHERE q.name = queue;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'there is no queue %', queue;
	END IF;
	IF wake AND (due IS NULL OR due <= now()) THEN
		PERFORM wake_workers(queue);
	END IF;
	RETURN job_id;
END
$$;
`;

/**
 * Many jobs of one queue in one statement, and all of them or none. It wakes nobody: see `wakeWorkers`. Beside
 * `enqueue_job` because each statement into pg-boss's partitioned table costs more than the row.
 */
export const enqueueJobsSql = `
CREATE OR REPLACE FUNCTION enqueue_jobs(queue text, payloads jsonb[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
	made integer;
BEGIN
	INSERT INTO pgboss.job (
		id, name, data, priority, start_after, created_on, expire_seconds, deletion_seconds, keep_until,
		retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds
	)
	SELECT gen_random_uuid(), q.name, payload, 0, now(), now(), q.expire_seconds, q.deletion_seconds,
		now() + q.retention_seconds * interval '1s',
		q.retry_limit, q.retry_delay, coalesce(q.retry_backoff, false), q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
	FROM pgboss.queue q, unnest(payloads) AS payload WHERE q.name = queue;
	GET DIAGNOSTICS made = ROW_COUNT;
	IF made <> coalesce(cardinality(payloads), 0) THEN
		RAISE EXCEPTION 'there is no queue %', queue;
	END IF;
	RETURN made;
END
$$;
`;
