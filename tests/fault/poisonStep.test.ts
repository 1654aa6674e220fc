import { afterAll, expect, test } from "vitest";
import { ownerUrlOf } from "../harness/asOwner";
import { killStarted, startWorkerProcess } from "../harness/startProcess";
import { receivePayment } from "./parts/killWorkerAt";
import { openCustomers, withDatabase } from "./parts/openCustomers";
import { until } from "./parts/until";

const PLACE = 770_002;

afterAll(killStarted);

test("a step whose worker dies in each try fails after the fifth, with its reason and a risk", {
	timeout: 1_200_000,
}, async () => {
	const { environment, customers } = await openCustomers(1);
	const [customer] = customers;
	if (!customer) throw new Error("There is no customer.");
	await receivePayment(environment.DATABASE_URL, customer);
	await withDatabase(ownerUrlOf(environment.DATABASE_URL), async (database) => {
		await database.query(`
			CREATE FUNCTION fault_wait() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN PERFORM pg_advisory_xact_lock_shared(${PLACE}); RETURN NEW; END $$;
			CREATE TRIGGER fault_wait BEFORE INSERT ON casino_settings FOR EACH ROW EXECUTE FUNCTION fault_wait();
			SELECT pg_advisory_lock(${PLACE});
		`);
		const waiting = "FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted";
		for (let death = 1; death <= 5; death++) {
			const worker = await startWorkerProcess(environment);
			await until(
				`a worker in try ${death}`,
				async () => (await database.query(`SELECT 1 ${waiting}`, [PLACE])).rowCount,
			);
			await worker.kill();
			// What the dead worker has asked goes on in its session, and the lease would last 20 seconds more.
			await database.query(`SELECT pg_terminate_backend(pid) ${waiting}`, [PLACE]);
			await database.query("UPDATE provisioning_runs SET lease_until = now() - interval '1 second'");
		}
		const worker = await startWorkerProcess(environment);
		const [run] = await until(
			"a run that failed",
			async () => (await database.query("SELECT status, error FROM provisioning_runs")).rows,
			([row]) => row?.status === "failed",
		);
		const reason = "Each process that ran it ended before it did; the last was try 5 of 5.";
		expect(run).toEqual({ status: "failed", error: reason });
		const steps = await database.query(
			"SELECT step, attempts::int, error FROM provisioning_steps WHERE status = 'failed'",
		);
		expect(steps.rows).toEqual([{ step: "create_settings", attempts: 5, error: reason }]);
		const risks = await database.query("SELECT kind, status FROM risks WHERE kind = 'run_failed'");
		expect(risks.rows).toEqual([{ kind: "run_failed", status: "open" }]);
		expect(worker.isEnded()).toBe(false);
		await worker.stop();
	});
});
