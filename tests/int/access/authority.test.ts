import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allSlugs } from "@/slugs";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { createRow, createWorld, removeFiles, storedRow, type World } from "./world";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

let keyturn: Keyturn;
let world: World;
let admin: Person;
let ops: Person;
let customer: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	customer = await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["casino_admin"] }]);
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

const patch = (person: Person, target: Person, body: object) =>
	keyturn.rest("PATCH", `/users/${target.user.id}`, { as: person, body });

describe("nobody lends themselves authority", () => {
	it.each([
		"vendorRole",
		"accessEndsAt",
		"memberships",
		"firstSignInAt",
		"lastSignInAt",
		"email",
		"loginAttempts",
		"lockUntil",
		"sessions",
		"salt",
		"hash",
	])("a customer's administrator does not change their %s", async (field) => {
		const before = await storedRow(world, "users", customer.user.id);
		const values: Record<string, unknown> = {
			vendorRole: "admin",
			accessEndsAt: inAnHour(),
			firstSignInAt: inAnHour(),
			lastSignInAt: inAnHour(),
			lockUntil: inAnHour(),
			memberships: [{ casino: world.own.owner.casino, roles: ["executive_sponsor"] }],
			email: "somebody.else@keyturn.example",
			loginAttempts: 7,
			sessions: [],
		};
		await patch(customer, customer, { [field]: values[field] ?? "made up" });
		const after = await storedRow(world, "users", customer.user.id);
		expect(after?.[field]).toEqual(before?.[field]);
	});

	it("a customer still changes their own name and password", async () => {
		const person = await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["cashier"] }]);
		const changed = await patch(person, person, { name: "Nina" });
		expect([changed.status, (await storedRow(world, "users", person.user.id))?.name]).toEqual([200, "Nina"]);
		const body = { currentPassword: person.password, password: "another password for tests" };
		expect((await keyturn.rest("POST", "/users/password", { as: person, body })).status).toBe(200);
		await keyturn.signIn(person.email, "another password for tests");
	});

	it.each([
		{ password: "chosen by operations, ha" },
		{ email: "operations@keyturn.example" },
		{ name: "Somebody" },
		{ memberships: [] },
	])("operations cannot take over an administrator's account: %o", async (change) => {
		const before = await storedRow(world, "users", admin.user.id);
		expect((await patch(ops, admin, change)).status).toBe(403);
		expect(await storedRow(world, "users", admin.user.id)).toEqual(before);
	});

	it("operations neither makes a vendor's person nor makes somebody one", async () => {
		const data = { name: "Eve", email: "eve@keyturn.example", vendorRole: "admin" };
		expect((await keyturn.rest("POST", "/users", { as: ops, body: data })).status).toBe(403);
		expect(await world.sql("SELECT 1 FROM users WHERE email = $1", [data.email])).toEqual([]);
		const person = await createCustomer(keyturn, []);
		await world.sql("UPDATE users SET last_sign_in_at = NULL WHERE id = $1", [person.user.id]);
		expect((await patch(ops, person, { vendorRole: "ops" })).status).toBe(403);
		expect((await storedRow(world, "users", person.user.id))?.vendorRole).toBeNull();
	});

	it("operations edits a customer's person who has not signed in yet", async () => {
		const person = await createCustomer(keyturn, []);
		await world.sql("UPDATE users SET last_sign_in_at = NULL WHERE id = $1", [person.user.id]);
		const memberships = [{ casino: world.own.owner.casino, roles: ["pit_boss"] }];
		expect((await patch(ops, person, { memberships, email: "moved@keyturn.example" })).status).toBe(200);
		expect(await storedRow(world, "users", person.user.id)).toMatchObject({
			email: "moved@keyturn.example",
			memberships,
		});
	});

	it("a bulk change passes an administrator by", async () => {
		const before = await storedRow(world, "users", admin.user.id);
		const path = `/users?where[vendorRole][equals]=admin`;
		await keyturn.rest("PATCH", path, { as: ops, body: { password: "chosen by operations, ha" } });
		expect(await storedRow(world, "users", admin.user.id)).toEqual(before);
	});
});

describe("the last administrator", () => {
	it("keeps the role, and is not deleted", async () => {
		await patch(admin, admin, { vendorRole: "ops" });
		await patch(admin, admin, { accessEndsAt: inAnHour() });
		const { status } = await keyturn.rest("DELETE", `/users/${admin.user.id}`, { as: admin });
		expect(status).toBe(400);
		expect(await storedRow(world, "users", admin.user.id)).toMatchObject({ vendorRole: "admin", accessEndsAt: null });
	});
});

describe("a copy", () => {
	it.each(allSlugs)("is made of no record, its hidden and system-written fields would come along: %s", async (slug) => {
		for (const person of [admin, ops, customer]) {
			for (const side of [world.own, world.foreign]) {
				const { status } = await keyturn.rest("POST", `/${slug}/${side.ids[slug]}/duplicate`, { as: person, body: {} });
				expect([400, 403, 404]).toContain(status);
			}
		}
	});
});

describe("what only the system writes", () => {
	it("an invoice is not made or changed to be paid, approved or bound by hand", async () => {
		const finance = await createVendor(keyturn, "finance");
		const id = await createRow(keyturn, "invoices", world.own.owner, { status: "open" });
		const claims = {
			status: "paid",
			amountPaid: 5000,
			amountRefunded: 1,
			paidAt: inAnHour(),
			sentAt: inAnHour(),
			hostedUrl: "https://pay.example",
			reversals: [{}],
			paymentFailedAt: inAnHour(),
			po: {
				status: "approved",
				approvedBy: finance.user.id,
				secondApprover: admin.user.id,
				reason: "mine",
				expiresAt: inAnHour(),
			},
		};
		for (const [field, value] of Object.entries(claims)) {
			const before = await storedRow(world, "invoices", id);
			// Finance decides on purchase orders; who decided is the system's to say.
			const as = field === "po" ? ops : finance;
			await keyturn.rest("PATCH", `/invoices/${id}`, { as, body: { [field]: value } });
			const after = await storedRow(world, "invoices", id);
			expect(after?.[field], field).toEqual(before?.[field]);
		}
	});

	it("a staff row is not bound to an account, nor an invitation to an answer, by the customer", async () => {
		const { casino } = world.own.owner;
		const sent = [
			["/staff", { name: "Sue", email: "sue@keyturn.example", role: "cashier" }, { user: customer.user.id }],
			...[
				{ status: "accepted" },
				{ tokenHash: "0".repeat(64) },
				{ acceptedBy: customer.user.id },
				{ expiresAt: "2099-01-01T00:00:00.000Z" },
			].map((bound) => ["/staff-invites", { email: "ivy@keyturn.example", role: "cashier" }, bound] as const),
		] as const;
		const count = () => world.sql("SELECT (SELECT count(*) FROM staff), (SELECT count(*) FROM staff_invites)");
		const before = await count();
		for (const [path, values, bound] of sent) {
			const { status } = await keyturn.rest("POST", path, { as: customer, body: { casino, ...values, ...bound } });
			expect([bound, status]).toEqual([bound, 403]);
		}
		expect(await count()).toEqual(before);
	});
});
