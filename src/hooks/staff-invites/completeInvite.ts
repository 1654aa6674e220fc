import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { actorOf, idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { requireGrant } from "@/access/grants";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { expireInviteOf } from "@/operations/invites/expireInvites";
import { hasPendingInvite } from "@/operations/invites/hasPendingInvite";
import { readSettings } from "@/operations/settings/readSettings";

/** A new invitation waits for its person until it expires; one open invitation for each person and casino. */
export const completeInvite: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
	if (!data || operation !== "create") return data;
	const casinoId = idOf(data.casino);
	const email = typeof data.email === "string" ? normaliseEmail(data.email) : undefined;
	if (casinoId && email) await expireInviteOf({ req, casinoId, email });
	if (casinoId && email && (await hasPendingInvite({ req, casinoId, email }))) {
		const message = "This person already has an open invitation. Send it again, or revoke it first.";
		throw new ValidationError({ collection: "staff-invites", errors: [{ path: "email", message }], req });
	}
	if (!isSystem(req) && req.user?.collection === "users" && email && data.role) {
		requireGrant({
			actor: actorOf(req),
			own: req.user.email,
			to: email,
			role: data.role,
			casino: casinoId,
			path: "role",
		});
	}
	const { invites } = await readSettings(req);
	return {
		...data,
		email,
		invitedBy: req.user?.collection === "users" ? req.user.id : data.invitedBy,
		status: "pending",
		expiresAt: new Date(Date.now() + invites.validDays * 86_400_000).toISOString(),
	};
};
