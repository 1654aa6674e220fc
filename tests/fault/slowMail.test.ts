import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { startMailServer } from "../harness/mailServer";
import { killStarted, startWorkerProcess } from "../harness/startProcess";
import { openCustomers, withDatabase } from "./parts/openCustomers";
import { until } from "./parts/until";

afterAll(killStarted);

/** Longer than any limit of the database's, of a lease, and than a mail server is usually waited for. */
const THINKS_MS = 40_000;

test("a mail server that says yes after forty seconds gets each mail once, from two workers", {
	timeout: 900_000,
}, async () => {
	const server = await startMailServer({}, () => sleep(THINKS_MS));
	try {
		const mail = { SMTP_URL: server.smtpUrl, MAIL_FROM: "Keyturn <onboarding@vendor.example>" };
		const { environment } = await openCustomers(1);
		await withDatabase(environment.DATABASE_URL, async (database) => {
			await database.query(`
				INSERT INTO messages ("to", subject, template, data, status, key)
				SELECT 'ada' || n || '@north.example', 'Day 1', 'check_in', jsonb_build_object('casinoName', 'North Pier',
					'recipientName', 'Ada', 'day', 1, 'hasSignedIn', true, 'signInUrl', 'http://localhost/sign-in', 'contact', NULL),
					'queued', 'slow:' || n FROM generate_series(1, 3) AS n`);
			const workers = await Promise.all([0, 1].map(() => startWorkerProcess({ ...environment, ...mail })));
			const rows = await until(
				"three mails that were sent",
				async () => (await database.query("SELECT status, attempts::int, error FROM messages ORDER BY key")).rows,
				(messages) => messages.every(({ status }) => status === "sent"),
			);
			expect(rows).toEqual([1, 2, 3].map(() => ({ status: "sent", attempts: 1, error: null })));
			const living = "SELECT state FROM pgboss.job WHERE name = 'deliver_message' AND state < 'completed'";
			await until(
				"a queue without a job",
				async () => (await database.query(living)).rows,
				(jobs) => jobs.length === 0,
			);
			expect(server.received.flatMap(({ recipients }) => recipients).sort()).toEqual(
				[1, 2, 3].map((n) => `ada${n}@north.example`),
			);
			await Promise.all(workers.map((worker) => worker.stop()));
		});
	} finally {
		await server.stop();
	}
});
