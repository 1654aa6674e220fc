import { createLocalReq, type PayloadRequest } from "payload";
import { type CustomerRole, customerRoles, type VendorRole, vendorRoles } from "@/access/roles";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import { addMembership } from "@/operations/users/addMembership";
import { stampSignIn } from "@/operations/users/stampSignIn";
import type { User } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { colleague, type Desk } from "./desk";
import { addressAt, type Opened } from "./openCustomer";

/**
 * A request of whoever holds a role at a customer: a colleague of the vendor's, or one of the customer's people. A role that
 * nobody was invited for is their lead's.
 * @param turn of several colleagues in a role, whose turn it is
 */
export async function actAs(desk: Desk, customer: Opened, role: string, turn = 0): Promise<PayloadRequest> {
	const { payload, system } = desk;
	const customerRole = customerRoles.find((one) => one === role);
	if (!customerRole)
		return createLocalReq({ user: { ...colleagueFor(desk, role, turn), collection: slug.users } }, payload);
	const id = (await findPerson(desk, customer, customerRole)) ?? (await giveToLead(desk, customer, customerRole));
	// Whoever does something has signed in for it.
	await stampSignIn({ req: await createLocalReq({}, payload), userId: id });
	const person = await payload.findByID({ collection: slug.users, id, depth: 0, ...system });
	return createLocalReq({ user: { ...person, collection: slug.users } }, payload);
}

/** The samples have no administrator of their own: operations does what is an administrator's. */
function colleagueFor(desk: Desk, role: string, turn: number): User {
	const known = vendorRoles.find((one): one is VendorRole => one === role && one !== "admin");
	return colleague(desk, known ?? "ops", turn);
}

async function findPerson({ payload }: Desk, { casino }: Opened, role: CustomerRole): Promise<string | null> {
	const sql = await sqlOf({ payload });
	const [found] = await sql<{ id: string }>(
		`SELECT u.id FROM users u JOIN users_memberships m ON m._parent_id = u.id JOIN users_memberships_roles r ON r.parent_id = m.id
		 WHERE m.casino_id = $1::uuid AND r.value::text = $2 ORDER BY u.created_at LIMIT 1`,
		[casino.id, role],
	);
	return found?.id ?? null;
}

/** An account for the customer's lead, or one role more for the one they have. */
async function giveToLead(desk: Desk, { facts, casino }: Opened, role: CustomerRole): Promise<string> {
	const { payload, system, password } = desk;
	const { name } = facts.lead;
	const email = addressAt(facts, facts.lead);
	const sql = await sqlOf({ payload });
	const [known] = await sql<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
	if (known) {
		const req = await systemRequest(payload, "sample");
		await inTransaction(req, () => addMembership({ req, userId: known.id, casinoId: casino.id, role, why: "sample" }));
		return known.id;
	}
	const memberships = [{ casino: casino.id, roles: [role] }];
	const data = { email, name, password, memberships, addressProvedAt: new Date().toISOString() };
	return (await payload.create({ collection: slug.users, data, depth: 0, ...system })).id;
}
