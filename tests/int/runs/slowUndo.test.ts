import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { query, tell } from "../payments/stage";

let keyturn: Keyturn;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

async function provision(): Promise<CustomerSetup & { runId: string }> {
	const setup = await createCustomerSetup(keyturn);
	await tell(keyturn, stripeEvent("invoice.paid", paidInvoice(setup.invoice)));
	await workQueues(keyturn);
	const [run] = await query<{ id: string }>(keyturn, "SELECT id FROM provisioning_runs WHERE onboarding_id = $1", [
		setup.onboarding.id,
	]);
	return { ...setup, runId: run?.id ?? "" };
}

const codeOf = (body: unknown) => (body as { errors: { code: string }[] }).errors[0]?.code;
const act = async (runId: string, what: string, body: object) => {
	const answer = await keyturn.rest("POST", `/provisioning-runs/${runId}/${what}`, { as: ops, body });
	return [answer.status, answer.status === 200 ? null : codeOf(answer.body)];
};
const undo = ({ runId, casino }: Awaited<ReturnType<typeof provision>>) =>
	act(runId, "undo", { reason: "the wrong customer", confirm: casino.name });
const lease = (runId: string, seconds: number) =>
	query(keyturn, "UPDATE provisioning_runs SET lease_until = now() + $2 * interval '1 second' WHERE id = $1", [
		runId,
		seconds,
	]);

/** Lets the product do something first, while the undoing waits for it to remove the tenant. */
async function whileRemoving<Result>(meanwhile: () => Promise<unknown>, work: () => Promise<Result>): Promise<Result> {
	const { product } = keyturn.ports;
	const { removeCasino } = product;
	product.removeCasino = async (casinoId) => {
		product.removeCasino = removeCasino;
		await meanwhile();
		return removeCasino(casinoId);
	};
	try {
		return await work();
	} finally {
		product.removeCasino = removeCasino;
	}
}

test("an undoing that is slower than its lease keeps the run: a second undo and a retry are refused", async () => {
	const setup = await provision();
	const { runId } = setup;
	const refused: unknown[] = [];
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	try {
		const first = await whileRemoving(
			async () => {
				await lease(runId, 1);
				await vi.advanceTimersByTimeAsync(6000);
				const renewed = "SELECT 1 FROM provisioning_runs WHERE id = $1 AND lease_until > now() + interval '10 seconds'";
				await vi.waitFor(async () => expect(await query(keyturn, renewed, [runId])).toHaveLength(1), 20_000);
				refused.push(await undo(setup), await act(runId, "retry", {}));
			},
			() => undo(setup),
		);
		expect(first).toEqual([200, null]);
	} finally {
		vi.useRealTimers();
	}
	expect(refused).toEqual([
		[409, "run_held"],
		[409, "run_held"],
	]);
});

test("an undoing that lost its run to another writes nothing more and says so", async () => {
	const setup = await provision();
	let second: unknown;
	const first = await whileRemoving(
		async () => {
			await lease(setup.runId, -1);
			second = await undo(setup);
		},
		() => undo(setup),
	);
	expect([first, second]).toEqual([
		[409, "run_held"],
		[200, null],
	]);
	const [undone] = await query<{ lines: number; steps: number }>(
		keyturn,
		`SELECT count(*)::int AS lines, count(DISTINCT document)::int AS steps FROM audit_entries
		 WHERE action = 'step.undone' AND after->>'run' = $1`,
		[setup.runId],
	);
	expect(undone?.steps).toBeGreaterThan(5);
	expect(undone?.lines).toBe(undone?.steps);
	const [run] = await query(keyturn, "SELECT status::text, claim FROM provisioning_runs WHERE id = $1", [setup.runId]);
	expect(run).toEqual({ status: "undone", claim: null });
});

test("a step that lost its run writes no record for it", async () => {
	const setup = await provision();
	const { createStepPorts } = await import("@/operations/runs/createStepPorts");
	const { records } = (await createStepPorts(keyturn.payload, setup.runId))("a claim of long ago");
	await expect(records.releaseTenant(setup.casino.id)).rejects.toMatchObject({ code: "claim_lost" });
	const [casino] = await query(keyturn, "SELECT status::text FROM casinos WHERE id = $1", [setup.casino.id]);
	expect(casino).toEqual({ status: "live" });
});
