import type { Payload } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** Deletes counters and sign-in links that are over. A link is kept a day so that its page can say what became of it. */
export async function forgetExpired({ payload, now }: { payload: Payload; now: Date }): Promise<void> {
	const sql = await sqlOf({ payload });
	await sql("DELETE FROM rate_limits WHERE expire < $1", [now.getTime()]);
	await sql("DELETE FROM sign_in_links WHERE expires_at < $1::timestamptz - interval '1 day'", [now]);
}
