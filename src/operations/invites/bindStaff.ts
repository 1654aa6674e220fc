import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import type { Invite } from "./findInvite";

/** Makes the invited staff row the account's, active and in the invited role; writes one where there is none. */
export async function bindStaff(input: {
	req: PayloadRequest;
	invite: Invite;
	user: { id: string; email: string; name: string };
	why: string;
}): Promise<string> {
	const { req, invite, user, why } = input;
	const sql = await sqlOf(req);
	const [listed] = await sql<{ id: string }>(
		"SELECT id FROM staff WHERE casino_id = $1::uuid AND lower(email) = $2 FOR UPDATE",
		[invite.casinoId, invite.email],
	);
	const data = { name: user.name, role: invite.role, status: "active" as const, user: user.id };
	const system = asSystem(req, why);
	const { id } = listed
		? await req.payload.update({ collection: slug.staff, id: listed.id, data, depth: 0, ...system })
		: await req.payload.create({
				collection: slug.staff,
				data: { ...data, casino: invite.casinoId, email: invite.email },
				depth: 0,
				...system,
			});
	return id;
}
