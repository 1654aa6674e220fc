import type { PayloadRequest } from "payload";
import { freshMinutes } from "@/domain/sessionLimits";
import { ReauthenticationRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { findSessionId } from "./findSessionId";

/**
 * Lets pass who signed in, or entered their password again, within the last minutes: asked before what a stolen session must not do.
 *
 * Programs pass: they hold a key, have no password to enter, and may do none of this by the matrix. So does what the system does in
 * somebody's name, which has no session: over the network a person has one, or Payload does not know them.
 * @throws ReauthenticationRequired
 */
export async function requireFreshSignIn(req: PayloadRequest): Promise<void> {
	const id = findSessionId(req);
	if (id === null) return;
	const sql = await sqlOf(req);
	const fresh = await sql(
		`SELECT 1 FROM users_sessions s LEFT JOIN session_details d ON d.id = s.id
		 WHERE s.id = $1 AND greatest(s.created_at, d.proved_at) > now() - $2 * interval '1 minute'`,
		[id, freshMinutes],
	);
	if (fresh.length === 0) throw new ReauthenticationRequired(freshMinutes);
}
