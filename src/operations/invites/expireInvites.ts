import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";

/** Marks open invitations whose time is over. Acceptance asks for the date itself; this is for people to see. */
export async function expireInvites({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(
		"SELECT id FROM staff_invites WHERE status = 'pending' AND expires_at <= $1 ORDER BY expires_at LIMIT 200",
		[now],
	);
	for (const { id } of due) {
		const req = await systemRequest(payload, "the invitation expired");
		await inTransaction(req, () =>
			payload.update({
				collection: slug.staffInvites,
				id,
				data: { status: "expired" },
				depth: 0,
				...asSystem(req, "the invitation expired"),
			}),
		);
	}
	return due.length;
}
