import { createLocalReq, type PayloadRequest } from "payload";
import { InvalidInput, SignInFailed, SignInRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { inTransaction } from "../inTransaction";
import { findSessionId } from "./findSessionId";
import { signInWithPassword } from "./signInWithPassword";

/**
 * Tries somebody's own password through Payload's own sign-in, which counts and limits; with a request of its own, so that theirs
 * stays as it is. The session that this begins ends at once.
 * @param path of the field it was typed into
 * @throws SignInRequired; InvalidInput at the field; TooManyRequests
 */
export async function proveOwnPassword(req: PayloadRequest, password: string, path: string): Promise<void> {
	const { user } = req;
	if (user?.collection !== slug.users) throw new SignInRequired();
	const trying = await createLocalReq({}, req.payload);
	trying.headers = req.headers;
	let begun: string;
	try {
		begun = (await signInWithPassword({ req: trying, email: user.email, password })).sessionId;
	} catch (error) {
		if (!(error instanceof SignInFailed)) throw error;
		const message =
			"This is not your current password. If you have none, sign out and ask for a new one on the sign-in page.";
		throw new InvalidInput([{ path, message }]);
	}
	const sql = await sqlOf(req);
	await sql("DELETE FROM users_sessions WHERE id = $1", [begun]);
	await sql("DELETE FROM session_details WHERE id = $1", [begun]);
}

/**
 * Enters one's password again: the session counts as fresh from now on (`requireFreshSignIn`).
 * @throws SignInRequired; InvalidInput at `password`; TooManyRequests
 */
export async function reauthenticate({ req, password }: { req: PayloadRequest; password: string }): Promise<object> {
	await proveOwnPassword(req, password, "password");
	const session = findSessionId(req);
	const userId = String(req.user?.id);
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		await sql(
			`INSERT INTO session_details (id, user_id, device, address) SELECT id, _parent_id, '', 'unknown' FROM users_sessions WHERE id = $1
			 ON CONFLICT (id) DO UPDATE SET proved_at = now()`,
			[session],
		);
		await recordAutomation({
			req,
			action: "reauthenticated",
			collection: slug.users,
			document: userId,
			casino: null,
			reason: null,
		});
	});
	return { reauthenticated: true };
}
