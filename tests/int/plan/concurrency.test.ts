import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

type Item = { id: string; key: string; status: string; phase: string };
type Answer = { status: number; body: unknown };

let keyturn: Keyturn;
let ops: Person;
let manager: Person;
let playbook: string;

const item = (key: string, more: object = {}) => ({
	key,
	title: `Do ${key}`,
	kind: "task",
	owner: "vendor",
	evidence: "none",
	responsible: "ops",
	...more,
});
const keys = (prefix: string, count: number) => Array.from({ length: count }, (_, each) => `${prefix}_${each}`);
const form = (more: ReturnType<typeof item>[] = []) => ({
	name: "Busy",
	key: "busy",
	goLivePhase: "live",
	_status: "published",
	phases: [
		{ key: "begin", name: "Begin", goal: "It has begun.", items: [...keys("a", 12).map((key) => item(key)), ...more] },
		{ key: "live", name: "Live", goal: "It is live.", items: keys("z", 3).map((key) => item(key)) },
	],
	definitionOfDone: [{ line: "It is live", items: ["z_0"] }],
});

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
	manager = await createVendor(keyturn, "manager");
	const made = await keyturn.rest("POST", "/playbooks", { as: ops, body: form() });
	expect([made.status, JSON.stringify(made.body)]).toEqual([201, expect.anything()]);
	playbook = (made.body as { doc: { id: string } }).doc.id;
}, 180_000);
afterAll(() => keyturn.stop());

const open = () => createCustomerSetup(keyturn, { onboarding: { playbook } });
const itemsOf = ({ onboarding }: CustomerSetup) =>
	query<Item>(
		keyturn,
		"SELECT id, key, status::text, phase FROM checklist_items WHERE onboarding_id = $1 ORDER BY position",
		[onboarding.id],
	);
const post = (path: string, body: object = {}, as = ops): Promise<Answer> => keyturn.rest("POST", path, { as, body });
const tick = (id: string, as = ops) => post(`/checklist-items/${id}/tick`, {}, as);
const statuses = (answers: Answer[]) => answers.map(({ status }) => status);
const auditsOf = async (document: string, action: string) =>
	(await query(keyturn, "SELECT 1 FROM audit_entries WHERE document = $1 AND action = $2", [document, action])).length;
const phasesOf = ({ onboarding }: CustomerSetup) =>
	query<{ id: string; phase: string; status: string }>(
		keyturn,
		"SELECT id, phase, status::text FROM checklists WHERE onboarding_id = $1 ORDER BY position",
		[onboarding.id],
	);

describe("two people at once", () => {
	test("tick the same item: both are told, it is done once", async () => {
		const setup = await open();
		const [first] = await itemsOf(setup);
		const answers = await Promise.all(
			Array.from({ length: 10 }, (_, each) => tick(first?.id ?? "", each % 2 ? ops : manager)),
		);
		expect(new Set(statuses(answers))).toEqual(new Set([200]));
		expect(await auditsOf(first?.id ?? "", "item.done")).toBe(1);
	});

	test("tick the last items of a phase: all win, and the phase closes once", async () => {
		const setup = await open();
		const own = (await itemsOf(setup)).filter(({ phase }) => phase === "begin");
		const answers = await Promise.all(own.map(({ id }, each) => tick(id, each % 2 ? ops : manager)));
		expect(new Set(statuses(answers))).toEqual(new Set([200]));
		const [begin, live] = await phasesOf(setup);
		expect([begin?.status, live?.status]).toEqual(["closed", "active"]);
		expect(await auditsOf(begin?.id ?? "", "phase.closed")).toBe(1);
		expect(await auditsOf(live?.id ?? "", "phase.active")).toBe(1);
	});

	test("one closes the phase while the other opens an item again: what is told is what is", async () => {
		for (let round = 0; round < 4; round++) {
			const setup = await open();
			const [first] = await itemsOf(setup);
			await tick(first?.id ?? "");
			const close = () => post(`/onboardings/${setup.onboarding.id}/close-phase`, { phase: "begin" });
			const reopen = () => post(`/checklist-items/${first?.id}/reopen`, { reason: "Not yet" });
			const [closed, reopened] = await Promise.all(round % 2 ? [close(), reopen()] : [close(), reopen()]);
			const [begin] = await phasesOf(setup);
			const [now] = await itemsOf(setup);
			expect([closed.status, begin?.status]).toEqual([200, "closed"]);
			expect(now?.status).toBe(reopened.status === 200 ? "open" : "done");
		}
	});

	test("open an onboarding from one contract: it is one", async () => {
		const setup = await open();
		const contract = await keyturn.payload.create({
			collection: "contracts",
			data: { casino: setup.casino.id, type: "msa", status: "draft" },
			depth: 0,
			...asSystem(await keyturn.requestOf(), "test"),
		});
		const answers = await Promise.all([1, 2, 3, 4].map(() => post(`/contracts/${contract.id}/onboarding`)));
		expect(new Set(statuses(answers))).toEqual(new Set([200]));
		expect(new Set(answers.map(({ body }) => (body as { onboarding: string }).onboarding)).size).toBe(1);
		const all = await query(keyturn, "SELECT id FROM onboardings WHERE casino_id = $1", [setup.casino.id]);
		expect(all).toHaveLength(2);
	});

	test("take the same floor file in: every area is there once", async () => {
		const setup = await open();
		const csv = `name\n${keys("Pit", 40).join("\n")}`;
		const answers = await Promise.all(
			[1, 2, 3, 4].map(() => post(`/casinos/${setup.casino.id}/floor-import`, { kind: "areas", csv, apply: true })),
		);
		expect(new Set(statuses(answers))).toEqual(new Set([200]));
		const areas = await query(keyturn, "SELECT 1 FROM floor_areas WHERE casino_id = $1", [setup.casino.id]);
		expect(areas).toHaveLength(40);
	});
});

test("a hundred ticks at once all get through", async () => {
	const setup = await open();
	const own = (await itemsOf(setup)).filter(({ phase }) => phase === "begin");
	const answers = await Promise.all(Array.from({ length: 100 }, (_, each) => tick(own[each % own.length]?.id ?? "")));
	expect(new Set(statuses(answers))).toEqual(new Set([200]));
});

test("a newer version is applied while items are ticked: nothing that was done is lost, and nothing is left over", async () => {
	const setup = await open();
	const own = (await itemsOf(setup)).filter(({ phase }) => phase === "begin");
	const changed = form([item("brand_new")]);
	const [begin] = changed.phases;
	if (begin) begin.items = begin.items.filter(({ key }) => !["a_0", "a_1"].includes(key));
	expect((await keyturn.rest("PATCH", `/playbooks/${playbook}`, { as: ops, body: changed })).status).toBe(200);
	const path = `/onboardings/${setup.onboarding.id}/upgrade`;
	let applied = 0;
	const upgrade = async () => {
		for (let attempt = 0; attempt < 40 && applied !== 200; attempt++) {
			const { seen, to } = (await keyturn.rest("GET", path, { as: ops })).body as { seen: string; to: number };
			applied = (await post(path, { version: to, seen, reason: "Up to date" })).status;
		}
	};
	const [, ...answers] = await Promise.all([upgrade(), ...own.slice(0, 8).map(({ id }) => tick(id))]);
	expect(applied).toBe(200);
	const now = new Map((await itemsOf(setup)).map((one) => [one.key, one]));
	for (const [each, answer] of answers.entries()) {
		const { key } = own[each] as Item;
		expect([key, answer.status]).toEqual([key, now.has(key) ? 200 : 404]);
		if (now.has(key)) expect([key, now.get(key)?.status]).toEqual([key, "done"]);
	}
	expect(now.get("brand_new")?.status).toBe("open");
	await keyturn.rest("PATCH", `/playbooks/${playbook}`, { as: ops, body: form() });
});

describe("under mixed work on one customer", () => {
	const day = 86_400_000;
	const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

	test("nothing deadlocks, no answer is an error of ours, and the plan is what a fresh look makes of it", async () => {
		const setup = await open();
		const { casino, onboarding } = setup;
		const { reviewPlans } = await import("@/operations/plan/reviewPlans");
		const { expireDecisions } = await import("@/operations/decisions/expireDecisions");
		const { escalateHealth } = await import("@/operations/plan/escalateHealth");
		const { payload } = keyturn;
		const own = await itemsOf(setup);
		const pick = <One>(all: readonly One[], turn: number) => all[turn % all.length] as One;
		const patch = (path: string, body: object): Promise<Answer> => keyturn.rest("PATCH", path, { as: ops, body });
		const made = async (path: string, body: object) =>
			((await post(path, { casino: casino.id, ...body })).body as { doc?: { id: string } }).doc?.id ?? "";
		const areas = [await made("/floor-areas", { name: "North" }), await made("/floor-areas", { name: "South" })];
		const task = { onboarding: onboarding.id };
		const acts: ((turn: number) => Promise<Answer | undefined>)[] = [
			(turn) => tick(pick(own, turn).id),
			(turn) => post(`/checklist-items/${pick(own, turn * 7).id}/reopen`, { reason: "Again" }),
			(turn) =>
				post(`/checklist-items/${pick(own, turn * 3).id}/snooze`, { until: inDays(3 + (turn % 5)), reason: "Later" }),
			(turn) =>
				post("/checklist-items/acts", { act: "tick", ids: own.slice(turn % 5, (turn % 5) + 4).map(({ id }) => id) }),
			(turn) => patch(`/checklist-items/${pick(own, turn).id}`, { note: `Turn ${turn}`, assignee: ops.user.id }),
			(turn) =>
				patch(`/onboardings/${onboarding.id}`, { notes: `Turn ${turn}`, pilot: { areas: [pick(areas, turn)] } }),
			(turn) => post("/waits", { casino: casino.id, ...task, what: `Turn ${turn}`, item: pick(own, turn).id }),
			(turn) =>
				post("/pilot-issues", {
					casino: casino.id,
					...task,
					title: `Turn ${turn}`,
					area: pick(areas, turn),
					owner: manager.user.id,
				}),
			(turn) => patch(`/floor-areas/${pick(areas, turn)}`, { kind: turn % 2 ? "pit" : "other" }),
			async (turn) => {
				const area = await made("/floor-areas", { name: `Gone ${turn} ${Math.random()}` });
				await post("/pilot-issues", { casino: casino.id, ...task, title: "There", area, owner: manager.user.id });
				return keyturn.rest("DELETE", `/floor-areas/${area}`, { as: ops });
			},
			async (turn) => {
				const { id } =
					pick(
						await query<{ id: string }>(keyturn, "SELECT id FROM pilot_issues WHERE casino_id = $1", [casino.id]),
						turn,
					) ?? {};
				return id ? patch(`/pilot-issues/${id}`, { title: `Turn ${turn}`, area: pick(areas, turn) }) : undefined;
			},
			(turn) =>
				post(`/casinos/${casino.id}/floor-import`, {
					kind: "areas",
					csv: `name,kind\nNorth,${turn % 2 ? "pit" : "other"}`,
					apply: true,
				}),
			(turn) =>
				post(`/checklist-items/${pick(own, turn * 5).id}/waiver`, { reason: `Turn ${turn}`, expiresAt: inDays(2) }),
			() => post(`/onboardings/${onboarding.id}/go-no-go`, { etaConfidence: "low" }),
			() => post(`/onboardings/${onboarding.id}/close-phase`, { phase: "live" }),
			() => keyturn.rest("GET", `/onboardings/${onboarding.id}/page`, { as: ops }),
			() => keyturn.rest("POST", "/users/login", { body: { email: ops.email, password: ops.password } }),
			(turn) => patch(`/users/${manager.user.id}`, { name: `Mia ${turn}` }),
			async () => void (await reviewPlans({ payload, now: new Date() })),
			async () => void (await expireDecisions({ payload, now: new Date() })),
			async () => void (await escalateHealth({ payload, now: new Date() })),
		];
		const answers: [act: number, Answer][] = [];
		const worker = async (number: number) => {
			for (let turn = 0; turn < 8; turn++) {
				const act = (number * 3 + turn * 7) % acts.length;
				const answer = await acts[act]?.(number + turn);
				if (answer) answers.push([act, answer]);
			}
		};
		await Promise.all(Array.from({ length: 8 }, (_, number) => worker(number)));
		const faults = answers.filter(([, { status }]) => status >= 500);
		expect(faults.map(([act, { status, body }]) => `${act} ${status} ${JSON.stringify(body)}`)).toEqual([]);

		const state = () =>
			query(
				keyturn,
				`SELECT i.key, i.status::text, i.due_at, i.done_at, l.status::text AS phase, o.health::text, o.phase AS at, o.status::text AS is
				 FROM checklist_items i JOIN checklists l ON l.id = i.checklist_id JOIN onboardings o ON o.id = i.onboarding_id
				 WHERE i.onboarding_id = $1 ORDER BY i.position`,
				[onboarding.id],
			);
		const before = await state();
		const { reviewPlan } = await import("@/operations/plan/reviewPlan");
		const { inTransaction, systemRequest } = await import("@/operations/inTransaction");
		const req = await systemRequest(payload, "a fresh look");
		await inTransaction(req, () => reviewPlan({ req, onboardingId: onboarding.id }));
		expect(await state()).toEqual(before);
	}, 300_000);
});
