import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { customerRoles, vendorRoles } from "@/access/roles";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { rowsOf } from "../invites/inviteWorld";

/** Who gives which role, by hand from the design: `all`, `customers` (every customer's role), `floor` (all but those that see amounts). */
const floor = customerRoles.filter((role) => role !== "finance_contact" && role !== "executive_sponsor");
const gives: Record<string, readonly string[]> = {
	admin: [...vendorRoles, ...customerRoles],
	ops: customerRoles,
	manager: [],
	finance: [],
	compliance: [],
	auditor: [],
	casino_admin: floor,
	operations_lead: [],
	executive_sponsor: [],
	cashier: [],
};

let keyturn: Keyturn;
let setup: CustomerSetup;
let foreign: CustomerSetup;
const people = new Map<string, Person>();
let made = 0;
const nextEmail = () => `granted-${++made}@grants.example`;

beforeAll(async () => {
	keyturn = await startKeyturn();
	[setup, foreign] = [await createCustomerSetup(keyturn), await createCustomerSetup(keyturn)];
	for (const role of Object.keys(gives)) {
		const vendor = vendorRoles.find((one) => one === role);
		const customer = customerRoles.find((one) => one === role);
		if (vendor) people.set(role, await createVendor(keyturn, vendor));
		if (customer) people.set(role, await createCustomer(keyturn, [{ casino: setup.casino.id, roles: [customer] }]));
	}
}, 240_000);
afterAll(() => keyturn.stop());

const personOf = (role: string): Person => people.get(role) as Person;
const post = async (path: string, body: object, as: Person) => (await keyturn.rest("POST", path, { as, body })).status;

describe.each(Object.keys(gives))("%s", (giver) => {
	test("invites, lists and appoints to the roles of the table and to no other", async () => {
		const as = personOf(giver);
		const casino = setup.casino.id;
		const given: Record<string, string[]> = { invite: [], staff: [], membership: [], vendor: [] };
		for (const role of customerRoles) {
			if ((await post("/staff-invites?depth=0", { casino, email: nextEmail(), role }, as)) === 201)
				given.invite?.push(role);
			if ((await post("/staff?depth=0", { casino, email: nextEmail(), name: "A", role }, as)) === 201)
				given.staff?.push(role);
			const data = { name: "A", email: nextEmail(), memberships: [{ casino, roles: [role] }] };
			if ((await post("/users?depth=0", data, as)) === 201) given.membership?.push(role);
		}
		for (const vendorRole of vendorRoles) {
			const email = nextEmail();
			await post("/users?depth=0", { name: "A", email, vendorRole }, as);
			if (
				(await rowsOf(keyturn, "SELECT 1 FROM users WHERE email = $1 AND vendor_role IS NOT NULL", [email])).length > 0
			)
				given.vendor?.push(vendorRole);
		}
		const expected = customerRoles.filter((role) => gives[giver]?.includes(role));
		const isVendors = vendorRoles.some((role) => role === giver);
		expect(given).toEqual({
			invite: expected,
			staff: expected,
			// A customer's people create no accounts: they invite.
			membership: isVendors ? expected : [],
			vendor: vendorRoles.filter((role) => gives[giver]?.includes(role)),
		});
	});
});

describe("nobody gives a role to themselves", () => {
	test.each([["admin"], ["ops"], ["casino_admin"]])("%s, not under a tag either", async (giver) => {
		const as = personOf(giver);
		const [local, domain] = as.email.split("@");
		const casino = setup.casino.id;
		for (const email of [as.email, `${local}+two@${domain}`.toUpperCase()]) {
			expect(await post("/staff-invites?depth=0", { casino, email, role: "cashier" }, as)).toBe(403);
			expect(await post("/staff?depth=0", { casino, email, name: "Me", role: "cashier" }, as)).toBe(403);
		}
		const before = await rowsOf(
			keyturn,
			"SELECT value FROM users_memberships_roles r JOIN users_memberships m ON m.id = r.parent_id WHERE m._parent_id = $1",
			[as.user.id],
		);
		const memberships = [{ casino, roles: [...customerRoles] }];
		await keyturn.rest("PATCH", `/users/${as.user.id}`, { as, body: { memberships } });
		await keyturn.rest("PATCH", `/users?where[id][equals]=${as.user.id}`, { as, body: { memberships } });
		expect(
			await rowsOf(
				keyturn,
				"SELECT value FROM users_memberships_roles r JOIN users_memberships m ON m.id = r.parent_id WHERE m._parent_id = $1",
				[as.user.id],
			),
		).toEqual(before);
	});

	test("an administrator whose time ends does not lengthen it, and one who is none is not made one by operations", async () => {
		const ending = await createVendor(keyturn, "admin", { accessEndsAt: "2098-01-01T00:00:00.000Z" });
		const longer = (as: Person) =>
			keyturn.rest("PATCH", `/users/${ending.user.id}`, { as, body: { accessEndsAt: "2099-01-01T00:00:00.000Z" } });
		expect([(await longer(ending)).status, (await longer(personOf("admin"))).status]).toEqual([403, 200]);
	});
});

test("a list of staff changes nobody's role past the table, line by line and in a file", async () => {
	const as = personOf("casino_admin");
	const email = nextEmail();
	await post("/staff?depth=0", { casino: setup.casino.id, email, name: "Rob", role: "cashier" }, as);
	const [row] = await rowsOf<{ id: string }>(keyturn, "SELECT id FROM staff WHERE email = $1", [email]);
	const patched = await keyturn.rest("PATCH", `/staff/${row?.id}`, { as, body: { role: "finance_contact" } });
	const bulk = await keyturn.rest("PATCH", `/staff?where[id][equals]=${row?.id}`, {
		as,
		body: { role: "finance_contact" },
	});
	expect([patched.status, bulk.status >= 400 || JSON.stringify(bulk.body).includes("does not let you")]).toEqual([
		403,
		true,
	]);
	const csv = `email,name,role\n${email},Rob,executive_sponsor\n${as.email},Me,cashier\n${nextEmail()},New,pit_boss`;
	const preview = await keyturn.rest("POST", `/casinos/${setup.casino.id}/floor-import`, {
		as,
		body: { kind: "roster", csv, apply: false },
	});
	expect(preview.body).toMatchObject({
		problems: [
			{ line: 2, column: "role" },
			{ line: 3, column: "role" },
		],
	});
	const applied = await keyturn.rest("POST", `/casinos/${setup.casino.id}/floor-import`, {
		as,
		body: { kind: "roster", csv, apply: true },
	});
	expect([applied.status, await rowsOf(keyturn, "SELECT role::text FROM staff WHERE email = $1", [email])]).toEqual([
		400,
		[{ role: "cashier" }],
	]);
	expect(
		await post("/staff?depth=0", { casino: foreign.casino.id, email: nextEmail(), name: "A", role: "cashier" }, as),
	).toBe(400);
});
