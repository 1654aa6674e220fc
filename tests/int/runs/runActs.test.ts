import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Conflict } from "@/errors";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countJobs, workQueues } from "../../harness/workQueues";

let keyturn: Keyturn;
let ops: Person;
let finance: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	finance = await createVendor(keyturn, "finance");
});
afterAll(() => keyturn?.stop());

type Step = { id: string; step: string; status: string; attempts: number; reason: string | null };
type Live = { run: { id: string; status: string; undoReason: string | null; steps: Step[] }; mayReopen: boolean };

const post = (path: string, body: unknown, as: Person = ops) => keyturn.rest("POST", path, { as, body });
const codeOf = (body: unknown) => (body as { errors: { code: string }[] }).errors[0]?.code;

async function liveOf({ onboarding }: CustomerSetup): Promise<Live> {
	return (await keyturn.rest("GET", `/onboardings/${onboarding.id}/live`, { as: ops })).body as Live;
}

async function pay({ invoice }: CustomerSetup): Promise<void> {
	const paid = await post(
		`/invoices/${invoice.id}/record-payment`,
		{
			amount: invoice.amountDue,
			currency: "usd",
			paidAt: new Date().toISOString(),
			method: "wire",
			reason: "bank statement",
		},
		finance,
	);
	expect(paid.status).toBe(200);
}

/** A paid customer whose run has ended well. */
async function provisioned(): Promise<CustomerSetup> {
	const setup = await createCustomerSetup(keyturn);
	await pay(setup);
	await workQueues(keyturn);
	expect((await liveOf(setup)).run.status).toBe("succeeded");
	return setup;
}

/** A paid customer whose run failed at the product, with the product mended since. */
async function failed(): Promise<CustomerSetup> {
	const setup = await createCustomerSetup(keyturn);
	await pay(setup);
	const { product } = keyturn.ports;
	const { bootstrapCasino } = product;
	product.bootstrapCasino = () => Promise.reject(new Error("The product is not itself."));
	await workQueues(keyturn);
	product.bootstrapCasino = bootstrapCasino;
	expect((await liveOf(setup)).run.status).toBe("failed");
	return setup;
}

const failedStep = ({ run }: Live) => run.steps.find(({ status }) => status === "failed");

async function auditOf(document: string): Promise<string[]> {
	const { rows } = await keyturn.payload.db.pool.query<{ action: string; actor: string }>(
		"SELECT action, actor FROM audit_entries WHERE document = $1 ORDER BY at, id",
		[document],
	);
	return rows.map(({ action }) => action);
}

async function openRisks(runId: string): Promise<number> {
	const { rows } = await keyturn.payload.db.pool.query("SELECT 1 FROM risks WHERE key = $1 AND status <> 'resolved'", [
		`run-failed:${runId}`,
	]);
	return rows.length;
}

describe("retry", () => {
	test("a failed run goes on from the step that failed, and its risk is resolved", async () => {
		const setup = await failed();
		const before = await liveOf(setup);
		expect(await openRisks(before.run.id)).toBe(1);

		const answer = await post(`/provisioning-runs/${before.run.id}/retry`, {});
		expect([answer.status, answer.body]).toEqual([200, { status: "queued" }]);
		expect(await openRisks(before.run.id)).toBe(0);
		await workQueues(keyturn);

		const after = await liveOf(setup);
		expect(after.run.status).toBe("succeeded");
		const attempts = Object.fromEntries(after.run.steps.map((step) => [step.step, step.attempts]));
		expect([attempts.confirm_tenant, attempts.bootstrap_product]).toEqual([1, 2]);
		expect(await auditOf(before.run.id)).toContain("run.retried");
	});

	test("a run that has not failed is refused", async () => {
		const { run } = await liveOf(await provisioned());
		const answer = await post(`/provisioning-runs/${run.id}/retry`, {});
		expect([answer.status, codeOf(answer.body)]).toEqual([409, "transition_refused"]);
	});

	test("with the gate closed again it needs an override with a reason", async () => {
		const setup = await failed();
		const { run } = await liveOf(setup);
		await keyturn.rest("PATCH", `/onboardings/${setup.onboarding.id}`, {
			as: ops,
			body: { adminContact: { name: "", email: null } },
		});
		const refused = await post(`/provisioning-runs/${run.id}/retry`, {});
		expect([refused.status, codeOf(refused.body)]).toEqual([409, "gate_not_satisfied"]);
		const unexplained = await post(`/provisioning-runs/${run.id}/retry`, { override: true });
		expect([unexplained.status, codeOf(unexplained.body)]).toEqual([400, "invalid_input"]);
		expect((await liveOf(setup)).run.status).toBe("failed");
		const overridden = await post(`/provisioning-runs/${run.id}/retry`, { override: true, reason: "agreed by phone" });
		expect(overridden.status).toBe(200);
	});

	test("two retries at once queue it once", async () => {
		const setup = await failed();
		const { run } = await liveOf(setup);
		const jobs = await countJobs(keyturn, "provisionRun");
		const answers = await Promise.all([1, 2, 3].map(() => post(`/provisioning-runs/${run.id}/retry`, {})));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		expect((await countJobs(keyturn, "provisionRun")) - jobs).toBe(1);
		await workQueues(keyturn);
	});
});

describe("skip", () => {
	test("the failed step is left out with its reason and the run goes on", async () => {
		const setup = await failed();
		const before = await liveOf(setup);
		const step = failedStep(before);
		const answer = await post(`/provisioning-runs/${before.run.id}/skip`, { stepId: step?.id, reason: "made by hand" });
		expect(answer.status).toBe(200);
		const { run } = await liveOf(setup);
		expect(run.steps.find(({ id }) => id === step?.id)).toMatchObject({ status: "skipped", reason: "made by hand" });
		expect(run.status).toBe("queued");
		expect(await auditOf(step?.id ?? "")).toContain("step.skipped");
		await workQueues(keyturn);
	});

	test("a step of another run, one that has not failed and a missing reason are refused, and nothing moves", async () => {
		const [setup, other] = [await failed(), await failed()];
		const { run } = await liveOf(setup);
		const foreign = failedStep(await liveOf(other));
		const done = run.steps.find(({ status }) => status === "succeeded");
		const own = failedStep(await liveOf(setup));
		const skip = (stepId: string | undefined, reason: string) =>
			post(`/provisioning-runs/${run.id}/skip`, { stepId, reason });
		expect((await skip(foreign?.id, "not mine")).status).toBe(404);
		expect((await skip(done?.id, "it is done")).status).toBe(409);
		expect((await skip(own?.id, " ")).status).toBe(400);
		expect((await liveOf(setup)).run.status).toBe("failed");
	});
});

describe("undo", () => {
	const undo = (runId: string, confirm: string, as: Person = ops) =>
		post(`/provisioning-runs/${runId}/undo`, { reason: "the wrong customer", confirm }, as);

	test("the plan lists the last step first and changes nothing", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		const { status, body } = await keyturn.rest("GET", `/provisioning-runs/${run.id}/undo-plan`, { as: ops });
		const plan = body as { casinoName: string; steps: { step: string; canUndo: boolean; what: string }[] };
		expect([status, plan.casinoName]).toEqual([200, setup.casino.name]);
		const done = run.steps.filter((step) => step.status === "succeeded").map(({ step }) => step);
		expect(plan.steps.map(({ step }) => step)).toEqual(done.toReversed());
		expect(plan.steps.find(({ step }) => step === "send_welcome")?.canUndo).toBe(false);
		expect((await liveOf(setup)).run.status).toBe("succeeded");
	});

	test("the tenant leaves the product, the casino is a prospect again, and the reason is on record", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		const answer = await undo(run.id, setup.casino.name);
		expect([answer.status, answer.body]).toEqual([200, { status: "undone" }]);
		const after = await liveOf(setup);
		expect(after.run).toMatchObject({ status: "undone", undoReason: "the wrong customer" });
		expect(after.run.steps.every(({ status }) => status === "undone" || status === "skipped")).toBe(true);
		expect(after.mayReopen).toBe(true);
		expect(await keyturn.ports.product.findCasino(setup.casino.id)).toBeNull();
		const casino = await keyturn.rest("GET", `/casinos/${setup.casino.id}`, { as: ops });
		expect((casino.body as { status: string }).status).toBe("prospect");
		expect(await auditOf(run.id)).toEqual(expect.arrayContaining(["run.undoing", "run.undone"]));
	});

	test("another name than the casino's undoes nothing", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		const answer = await undo(run.id, "Some Other Casino");
		expect([answer.status, codeOf(answer.body)]).toEqual([400, "invalid_input"]);
		expect(await keyturn.ports.product.findCasino(setup.casino.id)).not.toBeNull();
		expect((await liveOf(setup)).run.status).toBe("succeeded");
	});

	test("of several at once one undoes, and a second undo is refused", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		const answers = await Promise.all([1, 2, 3].map(() => undo(run.id, setup.casino.name)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		expect((await undo(run.id, setup.casino.name)).status).toBe(409);
		expect((await auditOf(run.id)).filter((action) => action === "run.undone")).toHaveLength(1);
	});

	test("a run a worker is at is left to it", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		await keyturn.payload.db.pool.query(
			"UPDATE provisioning_runs SET status = 'running', claim = 'a worker', lease_until = now() + interval '20 seconds' WHERE id = $1",
			[run.id],
		);
		const answer = await undo(run.id, setup.casino.name);
		expect([answer.status, codeOf(answer.body)]).toEqual([409, "run_held"]);
	});

	test("a run whose worker died is undone, with the step it was at", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		await keyturn.payload.db.pool.query(
			"UPDATE provisioning_runs SET status = 'running', claim = 'a dead worker', lease_until = now() - interval '1 second' WHERE id = $1",
			[run.id],
		);
		await keyturn.payload.db.pool.query(
			"UPDATE provisioning_steps SET status = 'running' WHERE run_id = $1 AND step = 'schedule_check_ins'",
			[run.id],
		);
		expect((await undo(run.id, setup.casino.name)).status).toBe(200);
		const { steps, status } = (await liveOf(setup)).run;
		expect([status, steps.at(-1)?.status]).toEqual(["undone", "undone"]);
	});

	test("one that stops midway says where, keeps what it did, and goes on when asked again", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		const { product } = keyturn.ports;
		const { removeCasino } = product;
		product.removeCasino = () => Promise.reject(new Error("The product is away."));
		const stopped = await undo(run.id, setup.casino.name);
		product.removeCasino = removeCasino;
		expect([stopped.status, codeOf(stopped.body)]).toEqual([409, "undo_stopped"]);
		expect(JSON.stringify(stopped.body)).toContain("Create the tenant in the product");
		const midway = await liveOf(setup);
		expect(midway.run.steps.find(({ step }) => step === "mark_live")?.status).toBe("undone");
		expect(midway.run.status).toBe("succeeded");
		expect((await undo(run.id, setup.casino.name)).status).toBe(200);
		expect((await liveOf(setup)).run.status).toBe("undone");
	});

	test("a run that the product refused can be undone", async () => {
		const setup = await createCustomerSetup(keyturn);
		const { product } = keyturn.ports;
		const { bootstrapCasino } = product;
		product.bootstrapCasino = () => Promise.reject(new Conflict("Another casino is called so.", "product_conflict"));
		await pay(setup);
		await workQueues(keyturn);
		product.bootstrapCasino = bootstrapCasino;
		const { run } = await liveOf(setup);
		expect(run.status).toBe("failed");
		expect((await undo(run.id, setup.casino.name)).status).toBe(200);
	});
});

describe("open another run", () => {
	test("after an undo a person opens it, once, and it provisions again", async () => {
		const setup = await provisioned();
		const { run } = await liveOf(setup);
		await post(`/provisioning-runs/${run.id}/undo`, { reason: "again from the start", confirm: setup.casino.name });
		const open = () => post(`/onboardings/${setup.onboarding.id}/open-run`, { reason: "facts were corrected" });
		const answers = await Promise.all([open(), open(), open()]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		await workQueues(keyturn);
		const after = await liveOf(setup);
		expect(after.run.id).not.toBe(run.id);
		expect(after.run.status).toBe("succeeded");
		expect(await keyturn.ports.product.findCasino(setup.casino.id)).not.toBeNull();
	});

	test("with a run that stands, or a closed gate, it is refused", async () => {
		const setup = await provisioned();
		const standing = await post(`/onboardings/${setup.onboarding.id}/open-run`, { reason: "one more" });
		expect([standing.status, codeOf(standing.body)]).toEqual([409, "run_exists"]);
		const unpaid = await createCustomerSetup(keyturn);
		const closed = await post(`/onboardings/${unpaid.onboarding.id}/open-run`, { reason: "too early" });
		expect([closed.status, codeOf(closed.body)]).toEqual([409, "gate_not_satisfied"]);
	});
});

test("who may not act on runs is refused, and what is missing or malformed says so", async () => {
	const setup = await failed();
	const { run } = await liveOf(setup);
	const customer = await createCustomer(keyturn, [{ casino: setup.casino.id, roles: ["casino_admin"] }]);
	const body = { reason: "because I can", confirm: setup.casino.name, stepId: run.id };
	const paths = [
		`/provisioning-runs/${run.id}/retry`,
		`/provisioning-runs/${run.id}/skip`,
		`/provisioning-runs/${run.id}/undo`,
		`/onboardings/${setup.onboarding.id}/open-run`,
	];
	for (const path of paths) {
		expect([path, (await keyturn.rest("POST", path, { body })).status]).toEqual([path, 401]);
		expect([path, (await post(path, body, finance)).status]).toEqual([path, 403]);
		expect([path, (await post(path, body, customer)).status]).toEqual([path, 403]);
		const missing = path.replace(/[0-9a-f-]{36}/, "00000000-0000-4000-8000-000000000000");
		expect([path, (await post(missing, body)).status]).toEqual([path, 404]);
		expect([path, (await post(path.replace(/[0-9a-f-]{36}/, "none"), body)).status]).toEqual([path, 400]);
	}
	expect((await liveOf(setup)).run.status).toBe("failed");
});
