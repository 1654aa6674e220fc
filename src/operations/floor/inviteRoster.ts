import type { PayloadRequest } from "payload";
import { asUser } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import type { PersonValues, PlannedRow } from "@/domain/floor/floorImport";
import { InvalidInput } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/** Each is a record and a mail of its own, in one transaction. */
const mostInvitations = 250;

/**
 * Invites whoever of an imported roster has not come yet and has no open invitation, in the caller's transaction and with the
 * sender's rights. @returns how many invitations are mailed
 */
export async function inviteRoster(input: {
	req: PayloadRequest;
	casinoId: string;
	rows: readonly PlannedRow<object>[];
}): Promise<number> {
	const { req, casinoId } = input;
	const emails = (input.rows as readonly PlannedRow<PersonValues>[]).map(({ after }) => after.email);
	const sql = await sqlOf(req);
	const missing = await sql<{ email: string; name: string; role: CustomerRole }>(
		`SELECT lower(s.email) AS email, s.name, s.role FROM staff s
		 WHERE s.casino_id = $1::uuid AND s.status = 'invited' AND s.user_id IS NULL AND s.email = ANY($2::text[])
			AND NOT EXISTS (SELECT 1 FROM staff_invites i WHERE i.casino_id = s.casino_id AND lower(i.email) = lower(s.email)
				AND i.status = 'pending' AND i.expires_at > now())
		 ORDER BY s.email`,
		[casinoId, emails],
	);
	if (missing.length > mostInvitations) {
		const message = `would send ${missing.length} invitations. Invite at most ${mostInvitations} people with one file.`;
		throw new InvalidInput([{ path: "invite", message }]);
	}
	for (const person of missing) {
		// The Local API's type asks for what a hook completes.
		const data = { casino: casinoId, ...person } as never;
		await req.payload.create({ collection: slug.staffInvites, data, depth: 0, ...asUser(req) });
	}
	return missing.length;
}
