import type { PayloadRequest } from "payload";
import { idOf } from "@/access/actorOf";
import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import { slug } from "@/slugs";

/** Gives a person a role in a casino, beside those they hold. The caller holds the account's row. */
export async function addMembership(input: {
	req: PayloadRequest;
	userId: string;
	casinoId: string;
	role: CustomerRole;
	why: string;
}): Promise<void> {
	const { req, userId, casinoId, role, why } = input;
	const user = await req.payload.findByID({ collection: slug.users, id: userId, depth: 0, ...asSystem(req, why) });
	const memberships = user.memberships ?? [];
	const here = memberships.find(({ casino }) => idOf(casino) === casinoId);
	if (here?.roles.includes(role)) return;
	await req.payload.update({
		collection: slug.users,
		id: userId,
		data: {
			memberships: here
				? memberships.map((each) => (each === here ? { ...each, roles: [...each.roles, role] } : each))
				: [...memberships, { casino: casinoId, roles: [role] }],
		},
		depth: 0,
		...asSystem(req, why),
	});
}
