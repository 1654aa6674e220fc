import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { endOtherSessions } from "./endAccess";

/**
 * Notes that a person holds the mailbox of their account: they followed a link that was mailed to it and shown to nobody. The
 * first time counts. Somebody else may have entered the account before, by a link they were shown: the password of that time and
 * every other session end, or its owner's proof would be theirs. In the caller's transaction.
 *
 * @param input.how which mail it was; it stands in the audit record
 * @param input.isPasswordNew whoever followed the link chose the password just now
 */
export async function proveAddress(input: {
	req: PayloadRequest;
	userId: string;
	how: string;
	isPasswordNew?: boolean;
}): Promise<void> {
	const { req, userId, how, isPasswordNew = false } = input;
	const sql = await sqlOf(req);
	const [proved] = await sql<{ at: Date; wasEntered: boolean }>(
		`UPDATE users SET address_proved_at = now() WHERE id = $1::uuid AND address_proved_at IS NULL
		 RETURNING address_proved_at AS at, last_sign_in_at IS NOT NULL AND created_by_id IS NOT NULL AS "wasEntered"`,
		[userId],
	);
	if (!proved) return;
	const own = req.user?.collection === slug.users && req.user.id === userId ? req.user : null;
	// What the request knows of its sender was read before.
	if (own) own.addressProvedAt = proved.at.toISOString();
	if (proved.wasEntered && !isPasswordNew) {
		await sql("UPDATE users SET hash = NULL, salt = NULL WHERE id = $1::uuid", [userId]);
		await endOtherSessions({ req, userId });
	}
	await recordAutomation({
		req,
		action: "address_proved",
		collection: slug.users,
		document: userId,
		casino: null,
		after: { addressProvedAt: proved.at.toISOString() },
		reason: how,
	});
}
