import type { CustomerRole } from "@/access/roles";
import { portsOf } from "@/operations/portsOf";
import { slug } from "@/slugs";
import type { Desk } from "./desk";
import { addressAt, type Opened } from "./openCustomer";
import type { SamplePerson } from "./sampleCustomers";

type Accepting = SamplePerson & { role: CustomerRole };

/** The product knows fewer roles than Keyturn: who has none there works in Keyturn only. */
const productRoles: Partial<Record<CustomerRole, string>> = { pit_boss: "pit_boss", cashier: "cashier" };

/** Everybody of a live customer accepts: the administrator the invitation of the run, colleagues one made for them. */
export async function acceptInvites(desk: Desk, customer: Opened): Promise<void> {
	const { facts } = customer;
	await accept(desk, customer, { ...facts.admin, role: "casino_admin" });
	for (const colleague of facts.colleagues ?? []) {
		await invite(desk, customer, colleague);
		await accept(desk, customer, colleague);
	}
}

/** Invites one of the casino's people, in Keyturn and where it has such a role in the product. */
export async function invite(desk: Desk, { facts, casino }: Opened, person: Accepting): Promise<void> {
	const email = addressAt(facts, person);
	await desk.payload.create({
		collection: slug.staffInvites,
		data: {
			casino: casino.id,
			email,
			name: person.name,
			role: person.role,
			status: "pending",
			expiresAt: new Date(0).toISOString(),
		},
		depth: 0,
		...desk.system,
	});
	const role = productRoles[person.role];
	if (role) await portsOf(desk).product.inviteStaff({ casinoId: casino.id, email, name: person.name, role });
}

async function accept(desk: Desk, { facts, casino }: Opened, person: Accepting): Promise<void> {
	const { payload, system, password } = desk;
	const email = addressAt(facts, person);
	const at = new Date().toISOString();
	const ofPerson = { casino: { equals: casino.id }, email: { equals: email } };
	const user = await payload.create({
		collection: slug.users,
		data: {
			email,
			name: person.name,
			password,
			memberships: [{ casino: casino.id, roles: [person.role] }],
			lastSignInAt: at,
		},
		depth: 0,
		...system,
	});
	await payload.update({
		collection: slug.staffInvites,
		where: ofPerson,
		data: { status: "accepted", acceptedAt: at, acceptedBy: user.id },
		depth: 0,
		...system,
	});
	const isInProduct = person.role === "casino_admin" || person.role in productRoles;
	const bound = isInProduct
		? await portsOf(desk).product.acceptStaff({ casinoId: casino.id, email, name: person.name, userId: user.id })
		: null;
	await payload.update({
		collection: slug.staff,
		where: ofPerson,
		data: { status: "active", user: user.id, productStaffId: bound?.staffId },
		depth: 0,
		...system,
	});
}
