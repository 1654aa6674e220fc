import crypto from "node:crypto";
import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** What Payload spends on a password's hash. A test compares the two, for an upgrade may change it. */
const hashing = { iterations: 600_000, keyLength: 32, digest: "sha256" } as const;

/**
 * Spends on an address without a password what a wrong password costs where there is one, so that the time of the answer
 * tells nobody who has an account. Where there is one Payload does the work itself.
 */
export async function spendPasswordWork(input: {
	req: PayloadRequest;
	email: string;
	password: string;
}): Promise<void> {
	if (input.password.trim() === "") return;
	const sql = await sqlOf({ payload: input.req.payload });
	const found = await sql("SELECT 1 FROM users WHERE email = $1 AND hash IS NOT NULL AND salt IS NOT NULL", [
		input.email,
	]);
	if (found.length > 0) return;
	const { iterations, keyLength, digest } = hashing;
	await new Promise((resolve) => crypto.pbkdf2(input.password, "nobody", iterations, keyLength, digest, resolve));
}
