import { afterAll, beforeAll, expect, test } from "vitest";
import { readInviteActions } from "@/operations/views/readInviteActions";
import { readPortalHome } from "@/operations/views/readPortalHome";
import { readPublicFrame } from "@/operations/views/readPublicFrame";
import { createCustomer, createCustomerSetup, createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { invite } from "./inviteWorld";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn.stop());

test("a customer's home shows their own casinos, and nothing of others'", async () => {
	const [own, foreign] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	for (const { casino } of [own, foreign]) {
		await invite(keyturn, {
			casino: casino.id,
			email: `invited@${casino.slug}.example`,
			name: `Invited at ${casino.name}`,
		});
	}
	const person = await createCustomer(keyturn, [{ casino: own.casino.id, roles: ["operations_lead"] }]);
	const home = await readPortalHome({ req: await keyturn.requestOf(person.user) });
	expect(home.casinos.map(({ id }) => id)).toEqual([own.casino.id]);
	expect(home.casinos[0]).toMatchObject({
		status: "prospect",
		roles: ["operations_lead"],
		waitingFor: ["Every opening invoice is paid"],
		run: null,
		hours: null,
		mayInvite: false,
		people: [
			{ name: `Invited at ${own.casino.name}`, status: "invited", isYou: false },
			{ roles: ["operations_lead"], status: "active", isYou: true },
			{ name: "Otto Lead", roles: ["operations_lead"], status: "named" },
			{ name: "Ada Admin", roles: ["casino_admin"], status: "named" },
		],
	});
	expect(JSON.stringify(home)).not.toContain(foreign.casino.name);
});

test("many people at one casino hide nobody at another", async () => {
	const [large, small] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	await keyturn.payload.db.pool.query(
		`INSERT INTO staff (casino_id, name, email, role, status)
		 SELECT $1, 'Aaron ' || n, 'aaron' || n || '@large.example', 'cashier', 'invited' FROM generate_series(1, 250) AS n`,
		[large.casino.id],
	);
	await keyturn.payload.db.pool.query(
		"INSERT INTO staff (casino_id, name, email, role, status) VALUES ($1, 'Zoe', 'zoe@small.example', 'cashier', 'invited')",
		[small.casino.id],
	);
	const person = await createCustomer(
		keyturn,
		[large, small].map(({ casino }) => ({ casino: casino.id, roles: ["casino_admin"] })),
	);
	const home = await readPortalHome({ req: await keyturn.requestOf(person.user) });
	const peopleOf = ({ casino }: typeof large) => home.casinos.find(({ id }) => id === casino.id)?.people ?? [];
	expect(peopleOf(large).filter(({ status }) => status === "invited")).toHaveLength(250);
	expect(peopleOf(small).map(({ name }) => name)).toContain("Zoe");
});

test("what set-up waits for is what the gate says, without numbers and amounts", async () => {
	const { casino, invoice, onboarding, orderForm } = await createCustomerSetup(keyturn);
	const { readGateInput } = await import("@/operations/gate/readGateInput");
	const { gate } = await import("@/domain/gate");
	const person = await createCustomer(keyturn, [{ casino: casino.id, roles: ["pit_boss"] }]);
	const look = async () => {
		const req = await keyturn.requestOf(person.user);
		const input = await readGateInput({ req, onboardingId: onboarding.id, now: new Date() });
		const { conditions } = input ? gate(input) : { conditions: [] };
		const [shown] = (await readPortalHome({ req })).casinos;
		return { shown: shown?.waitingFor, asked: conditions.flatMap(({ isMet, label }) => (isMet ? [] : [label])) };
	};
	const ready = await look();
	expect(ready.shown).toEqual(ready.asked);
	const run = (text: string, id: string) => keyturn.payload.db.pool.query(text, [id]);
	await run("UPDATE contracts SET status = 'sent' WHERE id = $1", orderForm.id);
	await run(
		"UPDATE onboardings SET operations_lead_email = NULL, gate_standard = 'po_approved' WHERE id = $1",
		onboarding.id,
	);
	const { shown = [], asked } = await look();
	expect(shown).toEqual(asked);
	expect(shown.length).toBeGreaterThanOrEqual(3);
	expect(shown.join(" ")).not.toContain(invoice.number);
	expect(shown.join(" ")).not.toMatch(/\d/);
});

test("hours may be changed by the casino's administrator alone", async () => {
	const { casino } = await createCustomerSetup(keyturn);
	const { asSystem } = await import("@/access/authority");
	const { baselineWorkingHours } = await import("@/domain/workingHours");
	await keyturn.payload.create({
		collection: "casino-settings",
		data: { casino: casino.id, workingHours: baselineWorkingHours, defaultTravelBuffer: 30, defaultJobDuration: 60 },
		...asSystem(await keyturn.requestOf(), "test"),
	});
	for (const [role, canEdit, status] of [
		["casino_admin", true, 200],
		["pit_boss", false, 403],
	] as const) {
		const person = await createCustomer(keyturn, [{ casino: casino.id, roles: [role] }]);
		const home = await readPortalHome({ req: await keyturn.requestOf(person.user) });
		const hours = home.casinos[0]?.hours;
		expect([role, hours?.canEdit]).toEqual([role, canEdit]);
		const workingHours = { ...baselineWorkingHours, sunday: { enabled: true, start: "10:00", end: "12:00" } };
		const answer = await keyturn.rest("PATCH", `/casino-settings/${hours?.settingsId}`, {
			as: person,
			body: { workingHours },
		});
		expect([role, answer.status]).toEqual([role, status]);
	}
});

test("somebody without a casino sees none; who is not signed in is asked to", async () => {
	await createCustomerSetup(keyturn);
	for (const person of [await createCustomer(keyturn, []), await createVendor(keyturn, "ops")]) {
		expect((await readPortalHome({ req: await keyturn.requestOf(person.user) })).casinos).toEqual([]);
	}
	await expect(readPortalHome({ req: await keyturn.requestOf() })).rejects.toMatchObject({ status: 401 });
});

test("an invitation's record says how it stands, and to whom it is open", async () => {
	const { casino } = await createCustomerSetup(keyturn);
	const { id } = await invite(keyturn, { casino: casino.id, email: "stands@views.example" });
	const look = async (role: "ops" | "finance") =>
		readInviteActions({ req: await keyturn.requestOf((await createVendor(keyturn, role)).user), inviteId: id });
	expect(await look("ops")).toMatchObject({
		status: "pending",
		mayAct: true,
		sendsMail: false,
		mail: { status: "held" },
	});
	expect(await look("finance")).toMatchObject({ mayAct: false });
	await keyturn.payload.db.pool.query(
		"UPDATE staff_invites SET expires_at = now() - interval '1 second' WHERE id = $1",
		[id],
	);
	expect(await look("ops")).toMatchObject({ status: "expired", mayAct: true });
	await keyturn.payload.db.pool.query("UPDATE staff_invites SET status = 'revoked' WHERE id = $1", [id]);
	expect(await look("ops")).toMatchObject({ status: "revoked", mayAct: false });
	const customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
	await expect(readInviteActions({ req: await keyturn.requestOf(customer.user), inviteId: id })).rejects.toMatchObject({
		status: 403,
	});
	await expect(readInviteActions({ req: await keyturn.requestOf(), inviteId: id })).rejects.toMatchObject({
		status: 401,
	});
});

test("public pages say whose they are, and offer no mail where there is none", async () => {
	expect(await readPublicFrame({ payload: keyturn.payload })).toEqual({
		vendorName: "Keyturn",
		supportEmail: null,
		supportPhone: null,
		sendsMail: false,
	});
});
