import type { Payload, PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";

/** Marks open invitations whose time is over. Acceptance asks for the date itself; this is for people to see. */
export async function expireInvites({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(
		"SELECT id FROM staff_invites WHERE status = 'pending' AND expires_at <= $1 ORDER BY expires_at LIMIT 200",
		[now],
	);
	return keepEach(due, async ({ id }) => {
		const req = await systemRequest(payload, "the invitation expired");
		await inTransaction(req, () => expire(req, id));
	});
}

/** The same for one person at one casino, in the caller's transaction: a new invitation does not wait for the calendar. */
export async function expireInviteOf(input: { req: PayloadRequest; casinoId: string; email: string }): Promise<void> {
	const { req, casinoId, email } = input;
	const sql = await sqlOf(req);
	const [due] = await sql<{ id: string }>(
		`SELECT id FROM staff_invites
		 WHERE casino_id = $1::uuid AND lower(email) = $2 AND status = 'pending' AND expires_at <= now()`,
		[casinoId, email],
	);
	if (due) await expire(req, due.id);
}

async function expire(req: PayloadRequest, id: string): Promise<void> {
	await req.payload.update({
		collection: slug.staffInvites,
		id,
		data: { status: "expired" },
		depth: 0,
		...asSystem(req, "the invitation expired"),
	});
}
