import type { PayloadRequest } from "payload";
import { type Account, findSecondPersonProblem as findProblem } from "@/domain/secondPerson";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { readSettings } from "../settings/readSettings";

/** Ids of accounts. `first`: who asked, recorded or approved first; null when nobody is on record. */
type Pair = { req: PayloadRequest; first: string | null; second: string };

/**
 * Lets the second of two persons pass. The one rule of every act that takes two; ask it under the lock of what is decided.
 * @throws Conflict (`second_person_needed`) when the two accounts are, or may be, one person
 */
export async function requireSecondPerson(pair: Pair): Promise<void> {
	const problem = await findSecondPersonProblem(pair);
	if (problem) throw new Conflict(problem, "second_person_needed");
}

/** What the rule says when it refuses, for screens; null when it does not. */
export async function findSecondPersonProblem({ req, first, second }: Pair): Promise<string | null> {
	const { accounts } = await readSettings(req);
	const { pairAfterHours } = accounts;
	const found = await readAccounts(req, first === null ? [second] : [first, second], pairAfterHours);
	const decider = found.get(second);
	if (!decider) return "Sign in with an account of your own.";
	return findProblem({ first: (first && found.get(first)) || null, second: decider, pairAfterHours });
}

/** The accounts, each with whoever stands behind it, in one statement. A circle of creators ends by UNION. */
async function readAccounts(
	req: PayloadRequest,
	ids: readonly string[],
	pairAfterHours: number,
): Promise<Map<string, Account>> {
	const sql = await sqlOf(req);
	const rows = await sql<{ account: string; id: string; email: string }>(
		`WITH RECURSIVE behind AS (
			SELECT u.id AS account, u.id, u.email, u.created_by_id, u.address_proved_at FROM users u WHERE u.id = ANY($1::uuid[])
			UNION
			SELECT b.account, u.id, u.email, u.created_by_id, u.address_proved_at
			FROM behind b JOIN users u ON u.id = b.created_by_id
			WHERE b.address_proved_at IS NULL OR b.address_proved_at > now() - $2 * interval '1 hour'
		)
		SELECT account, id, email FROM behind`,
		[ids, pairAfterHours],
	);
	return new Map(
		rows
			.filter(({ account, id }) => account === id)
			.map(({ id, email }) => [id, { id, email, behind: rows.filter((row) => row.account === id && row.id !== id) }]),
	);
}
