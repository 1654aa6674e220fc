import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { findSessionId } from "./findSessionId";

const everyMs = 5 * 60_000;
const most = 10_000;

/** When this process last noted that a session was used. */
const noted = new Map<string, number>();

/** Notes that the request's session was used, now and then: a write for each request would cost more than it tells. */
export async function touchSession(req: PayloadRequest): Promise<void> {
	const id = findSessionId(req);
	if (id === null) return;
	const now = Date.now();
	if (now - (noted.get(id) ?? 0) < everyMs) return;
	if (noted.size >= most) noted.clear();
	noted.set(id, now);
	const sql = await sqlOf({ payload: req.payload });
	await sql("UPDATE session_details SET last_used_at = now() WHERE id = $1", [id]);
}
