import type { PayloadRequest } from "payload";
import type { VendorRole } from "@/access/roles";
import type { InviteStatus } from "@/domain/inviteStatus";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { portsOf } from "../portsOf";
import { requireVendor } from "./requireVendor";

export type InviteActions = {
	inviteId: string;
	email: string;
	casinoName: string;
	/** What is true now: one whose time is over counts as expired before the schedule says so. */
	status: InviteStatus;
	/** ISO 8601. */
	expiresAt: string;
	acceptedAt: string | null;
	/** How the newest mail of it stands, if there is one. */
	mail: { status: "queued" | "sent" | "held" | "failed"; at: string } | null;
	sendsMail: boolean;
	mayAct: boolean;
	/** Only an administrator is shown a link. */
	mayMakeLink: boolean;
};

const managers: readonly VendorRole[] = ["admin", "ops"];

/**
 * How an invitation stands and whether this person may act on it. The routes decide again.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readInviteActions(input: { req: PayloadRequest; inviteId: string }): Promise<InviteActions> {
	const { req, inviteId } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [row] = await sql<{ invite: Omit<InviteActions, "sendsMail" | "mayAct" | "mayMakeLink"> }>(
		`SELECT json_build_object('inviteId', i.id, 'email', i.email, 'casinoName', c.name,
			'status', CASE WHEN i.status = 'pending' AND i.expires_at <= now() THEN 'expired' ELSE i.status::text END,
			'expiresAt', i.expires_at, 'acceptedAt', i.accepted_at,
			'mail', (SELECT json_build_object('status', m.status, 'at', coalesce(m.sent_at, m.created_at))
				FROM messages m WHERE m.invite_id = i.id ORDER BY m.created_at DESC LIMIT 1)) AS invite
		 FROM staff_invites i JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1::uuid`,
		[inviteId],
	);
	if (!row) throw new NotFound("invitation");
	const { invite } = row;
	const isOpen = invite.status === "pending" || invite.status === "expired";
	return {
		...invite,
		sendsMail: portsOf(req).mail.send !== null,
		mayAct: isOpen && managers.includes(role),
		mayMakeLink: role === "admin",
	};
}
