import type { Payload } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** The message written under a key, or null. */
export async function findMessage(input: {
	payload: Payload;
	key: string;
}): Promise<{ messageId: string; status: string } | null> {
	const sql = await sqlOf({ payload: input.payload });
	const [row] = await sql<{ messageId: string; status: string }>(
		`SELECT id AS "messageId", status FROM messages WHERE key = $1`,
		[input.key],
	);
	return row ?? null;
}
