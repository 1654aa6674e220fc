import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { Contact } from "@/provisioning/ports";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Of = { req: PayloadRequest; casinoId: string };

/** The administrator's newest invitation that was not revoked, with its mail; null when there is none. */
export async function readAdminInvite({ req, casinoId, email }: Of & { email: string }) {
	const sql = await sqlOf(req);
	const [row] = await sql<{ inviteId: string; status: string; messageId: string | null }>(
		`SELECT i.id AS "inviteId", i.status,
			(SELECT m.id FROM messages m WHERE m.invite_id = i.id ORDER BY m.created_at DESC LIMIT 1) AS "messageId"
		 FROM staff_invites i
		 WHERE i.casino_id = $1::uuid AND lower(i.email) = lower($2) AND i.role = 'casino_admin' AND i.status <> 'revoked'
		 ORDER BY i.created_at DESC LIMIT 1`,
		[casinoId, email],
	);
	return row ?? null;
}

/** Invites the first administrator, or finds the invitation that is there. */
export async function ensureAdminInvite({
	req,
	casinoId,
	admin,
}: Of & { admin: Contact }): Promise<{ inviteId: string }> {
	const existing = await readAdminInvite({ req, casinoId, email: admin.email });
	if (existing) return { inviteId: existing.inviteId };
	const created = await req.payload.create({
		collection: slug.staffInvites,
		data: { casino: casinoId, email: admin.email, name: admin.name, role: "casino_admin" } as never,
		depth: 0,
		...asSystem(req, "first administrator"),
	});
	return { inviteId: created.id };
}

/** Revokes what is still open: those links stop working. */
export async function revokeOpenInvites({ req, casinoId }: Of): Promise<void> {
	await req.payload.update({
		collection: slug.staffInvites,
		where: { casino: { equals: casinoId }, status: { in: ["pending", "expired"] } },
		data: { status: "revoked" },
		depth: 0,
		...asSystem(req, "provisioning was undone"),
	});
}
