import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VendorRole } from "@/access/roles";
import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { inDays, itemOf, type Stage, startStage } from "../decisions/stage";
import { codeOf, goodPassword, sessionOf } from "../invites/inviteWorld";
import { accountOf, createBy, deliverTo, enterByLink, proveAgo, type Sent, turnMailOn } from "./accountWorld";

let stage: Stage;
let sent: Sent[];
beforeAll(async () => {
	stage = await startStage();
	sent = turnMailOn(stage.keyturn);
}, 240_000);
afterAll(() => stage?.keyturn.stop());

type Sender = { token: string };

/** Asks for a waiver as one, decides as the other: what the second is answered. */
async function pair(first: Sender, second: Sender): Promise<string> {
	const setup = await createCustomerSetup(stage.keyturn);
	const item = await itemOf(stage, setup, "training_attended");
	const body = { reason: "The vendor is late", expiresAt: inDays(10) };
	const asked = await stage.keyturn.rest("POST", `/checklist-items/${item.id}/waiver`, { as: first, body });
	const { id } = asked.body as { id: string };
	const verdict = { decision: "approve", reason: "We can live with it" };
	const answer = await stage.keyturn.rest("POST", `/decisions/${id}/decide`, { as: second, body: verdict });
	return answer.status === 200 ? "approved" : (codeOf(answer.body) ?? String(answer.status));
}

/** One of the vendor's people made by `as`, who came in by the mailed link. */
async function makeVendor(as: Person, vendorRole: VendorRole): Promise<Sender & { email: string }> {
	const email = await createBy(stage.keyturn, as, { vendorRole });
	const token = await deliverTo(stage.keyturn, sent, email);
	const body = { token, name: "Nia New", password: goodPassword };
	const entered = await stage.keyturn.rest("POST", "/invites/accept", { body });
	return { email, token: sessionOf(entered.headers)?.token ?? "" };
}

const makeManager = (as: Person) => makeVendor(as, "manager");

test("an administrator and the manager they just made are no pair, in either order, until a day after the proof", async () => {
	const { admin } = stage;
	const manager = await makeManager(admin);
	expect([await pair(admin, manager), await pair(manager, admin)]).toEqual([
		"second_person_needed",
		"second_person_needed",
	]);
	await proveAgo(stage.keyturn, manager.email, 23);
	expect(await pair(admin, manager)).toBe("second_person_needed");
	await proveAgo(stage.keyturn, manager.email, 25);
	expect([await pair(admin, manager), await pair(manager, admin)]).toEqual(["approved", "approved"]);
});

test("two whom one person made are no pair; each with somebody else is", async () => {
	const [one, other] = [await makeManager(stage.admin), await makeManager(stage.admin)];
	expect(await pair(one, other)).toBe("second_person_needed");
	expect(await pair(one, stage.manager)).toBe("approved");
	await proveAgo(stage.keyturn, one.email, 25);
	expect(await pair(one, other)).toBe("approved");
});

test("nor is who entered by a link that was shown, though the account is old", async () => {
	const old = await createVendor(stage.keyturn, "manager");
	expect(await pair(stage.admin, old)).toBe("approved");
	const mail = stage.keyturn.ports.mail;
	stage.keyturn.ports.mail = { ...mail, send: null };
	const entered = await enterByLink(stage.keyturn, stage.admin, old.email, goodPassword);
	const session = sessionOf(entered.headers) ?? { token: "" };
	expect(await pair(stage.admin, session)).toBe("second_person_needed");
	expect(await pair(stage.ops, session)).toBe("approved");
	stage.keyturn.ports.mail = mail;
	expect(await accountOf(stage.keyturn, old.email)).toMatchObject({ isProved: false });
});

test("how long it takes is a setting", async () => {
	const manager = await makeManager(stage.admin);
	const other = await createVendor(stage.keyturn, "admin");
	const set = (as: Sender, pairAfterHours: number) =>
		stage.keyturn.rest("POST", "/globals/settings", { as, body: { accounts: { pairAfterHours } } });
	expect((await set(other, 0)).status).toBe(200);
	expect(await pair(stage.admin, manager)).toBe("approved");
	expect((await set(other, 48)).status).toBe(200);
	await proveAgo(stage.keyturn, manager.email, 25);
	expect(await pair(stage.admin, manager)).toBe("second_person_needed");
	// Shortened by who made the account: not for the two, nor for two whom they made.
	const second = await makeManager(stage.admin);
	expect((await set(stage.admin, 47)).status).toBe(200);
	const puppet = await makeVendor(stage.admin, "admin");
	expect((await set(puppet, 0)).status).toBe(200);
	expect([await pair(stage.admin, manager), await pair(second, manager)]).toEqual([
		"second_person_needed",
		"second_person_needed",
	]);
	expect(await pair(other, manager)).toBe("approved");
	expect((await set(other, 24)).status).toBe(200);
	expect(await pair(stage.admin, manager)).toBe("approved");
});

describe("an administrator who makes another one and deletes them", () => {
	const remove = async (email: string) => {
		const { id } = await accountOf(stage.keyturn, email);
		const answer = await stage.keyturn.rest("DELETE", `/users/${id}`, { as: stage.admin });
		expect(answer.status).toBe(200);
	};
	const demote = async (email: string, body: object) => {
		const { id } = await accountOf(stage.keyturn, email);
		const answer = await stage.keyturn.rest("PATCH", `/users/${id}`, { as: stage.admin, body });
		expect(answer.status).toBe(200);
	};
	/** An administrator made by ours, who came in. */
	const makePuppet = async () => {
		const email = await createBy(stage.keyturn, stage.admin, { vendorRole: "admin" });
		const token = await deliverTo(stage.keyturn, sent, email);
		const body = { token, name: "Pia Puppet", password: goodPassword };
		return { email, ...sessionOf((await stage.keyturn.rest("POST", "/invites/accept", { body })).headers) } as Person;
	};

	test("is no pair with whom that one made", async () => {
		const puppet = await makePuppet();
		const second = await makeManager(puppet);
		await remove(puppet.email);
		expect([await pair(stage.admin, second), await pair(second, stage.admin)]).toEqual([
			"second_person_needed",
			"second_person_needed",
		]);
		expect(await pair(stage.ops, second)).toBe("approved");
	});

	test.each<[how: string, end: (email: string) => Promise<unknown>]>([
		["is deleted", remove],
		["is no administrator any more", (email) => demote(email, { vendorRole: "ops" })],
		["has lost access", (email) => demote(email, { accessEndsAt: "2020-01-01T00:00:00.000Z" })],
	])("keeps no link that one was shown, who %s", async (_how, end) => {
		const puppet = await makePuppet();
		const { user } = await createVendor(stage.keyturn, "manager");
		const { body } = await stage.keyturn.rest("POST", `/users/${user.id}/link`, { as: puppet, body: {} });
		await end(puppet.email);
		const token = new URL((body as { url: string }).url).hash.slice(1);
		const answer = await stage.keyturn.rest("POST", "/invites/accept", {
			body: { token, name: "X", password: goodPassword },
		});
		expect(answer.status).toBe(404);
	});
});
