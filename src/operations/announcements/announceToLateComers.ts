import type { Payload } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";
import { findLateComers } from "./findRecipients";
import { writeAnnouncement } from "./writeAnnouncement";

/**
 * Who came after the go-live was announced is sent what the others were, until the onboarding is over.
 * @returns how many
 */
export async function announceToLateComers({ payload }: { payload: Payload }): Promise<number> {
	const late = await findLateComers(await sqlOf({ payload }));
	return keepEach(late, async (to) => {
		const req = await systemRequest(payload, "go-live announcement");
		await inTransaction(req, async () => {
			const sql = await sqlOf(req);
			const [sent] = await sql<{ subject: string; text: string; casinoName: string }>(
				`SELECT o.announcement_subject AS subject, o.announcement AS text, c.name AS "casinoName" FROM onboardings o
				 JOIN casinos c ON c.id = o.casino_id WHERE o.id = $1::uuid`,
				[to.onboardingId],
			);
			if (sent && to.email) await writeAnnouncement({ req, to: { ...to, email: to.email }, ...sent });
		});
	});
}
