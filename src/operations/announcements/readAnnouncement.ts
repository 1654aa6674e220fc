import type { PayloadRequest } from "payload";
import { completeWords, type SomeWords } from "@/domain/playbook/words";
import { NotFound } from "@/errors";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { findRecipients, type Recipient } from "./findRecipients";

export type Announcement = {
	/** With its places still to be filled. */
	subject: string;
	text: string;
	/** Null until it was sent. */
	sentAt: string | null;
	sentBy: string | null;
	people: (Pick<Recipient, "name" | "roles" | "status"> & { email: string })[];
	/** Named, and without an address. */
	withoutAddress: Pick<Recipient, "name" | "roles">[];
};

/**
 * The go-live announcement as it was sent, or as it would be: what is written on the onboarding, else the playbook's words.
 * @throws NotFound
 */
export async function readAnnouncement(input: { req: PayloadRequest; onboardingId: string }): Promise<Announcement> {
	const { req, onboardingId } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<{
		subject: string | null;
		text: string | null;
		sentAt: string | null;
		sentBy: string | null;
		words: SomeWords | null;
	}>(
		`SELECT o.announcement_subject AS subject, o.announcement AS text, u.name AS "sentBy", v.content -> 'words' AS words,
			CASE WHEN o.announcement_subject IS NOT NULL THEN ${isoSql("o.announced_at")} END AS "sentAt"
		 FROM onboardings o LEFT JOIN users u ON u.id = o.announced_by_id
		 LEFT JOIN playbook_versions v ON v.playbook_id = o.playbook_id AND v.version = o.playbook_version WHERE o.id = $1::uuid`,
		[onboardingId],
	);
	if (!row) throw new NotFound("onboarding");
	const { announcement } = completeWords(row.words);
	const people = await findRecipients(sql, onboardingId);
	return {
		subject: row.subject || announcement.subject,
		text: row.text || announcement.text,
		sentAt: row.sentAt,
		sentBy: row.sentBy,
		people: people.flatMap(({ name, email, roles, status }) => (email ? [{ name, email, roles, status }] : [])),
		withoutAddress: people.filter(({ email }) => email === null).map(({ name, roles }) => ({ name, roles })),
	};
}
