import type { PayloadRequest } from "payload";
import { type Account, findSecondPersonProblem as findProblem } from "@/domain/secondPerson";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { readSettingChanges } from "../settings/readSettingChanges";
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
	const pair = first === null ? [second] : [first, second];
	const pairAfterHours = await readPairHours(req, pair);
	const found = await readAccounts(req, pair, pairAfterHours);
	const decider = found.get(second);
	if (!decider) return "Sign in with an account of your own.";
	return findProblem({ first: (first && found.get(first)) || null, second: decider, pairAfterHours });
}

/**
 * Lets a customer's signature pass: whoever of the vendor did what it confirms stands behind the signer's account no more. Whom the
 * vendor invited signs for themselves once their address is proved for long enough.
 *
 * @param input.items keys of the items that the signature confirms; null for all that was done and decided in the onboarding
 * @throws Conflict (`second_person_needed`)
 */
export async function requireOwnSignature(input: {
	req: PayloadRequest;
	onboardingId: string;
	items: readonly string[] | null;
}): Promise<void> {
	const { req, onboardingId, items } = input;
	const signer = req.user?.id ?? "";
	const sql = await sqlOf(req);
	const actors = await sql<{ id: string }>(
		`SELECT u.id FROM users u WHERE u.vendor_role IS NOT NULL AND u.id <> $3::uuid AND (
			EXISTS (SELECT 1 FROM checklist_items i WHERE i.onboarding_id = $1::uuid AND i.done_by_id = u.id
				AND ($2::text[] IS NULL OR i.key = ANY($2)))
			OR ($2::text[] IS NULL AND (
				EXISTS (SELECT 1 FROM checklists l WHERE l.onboarding_id = $1::uuid AND l.closed_by_id = u.id)
				OR EXISTS (SELECT 1 FROM decisions d WHERE d.onboarding_id = $1::uuid AND u.id IN (d.requested_by_id, d.decided_by_id)))))`,
		[onboardingId, items, signer],
	);
	const persons = [signer, ...actors.map(({ id }) => id)];
	const pairAfterHours = await readPairHours(req, persons);
	const accounts = await readAccounts(req, persons, pairAfterHours);
	const second = accounts.get(signer);
	const firsts = actors.flatMap(({ id }) => accounts.get(id) ?? []);
	if (!second || firsts.every((first) => findProblem({ first, second, pairAfterHours }) === null)) return;
	throw new Conflict(
		`Whoever did what you sign created your account. Your signature counts ${pairAfterHours} hours after you followed a link mailed to your address. Sign then, or let a colleague sign.`,
		"second_person_needed",
	);
}

/**
 * How long these accounts count as one person's with whoever created them. That it was shortened by one of them, or by whoever
 * created one, does not hold for them until another administrator changes it.
 */
async function readPairHours(req: PayloadRequest, persons: readonly string[]): Promise<number> {
	const hours = [(await readSettings(req)).accounts.pairAfterHours];
	const changes = await readSettingChanges(req, "accounts", ["pairAfterHours"]);
	if (changes.length === 0) return Math.max(...hours);
	const own = new Set([...(await readAccounts(req, persons, everHours)).values()].flatMap(idsOf));
	const strictest = Math.max(...hours, ...changes.map(({ before }) => before.pairAfterHours));
	const changers = await readAccounts(
		req,
		changes.flatMap(({ by }) => by ?? []),
		strictest,
	);
	for (const { by, before } of changes) {
		const changer = by === null ? null : changers.get(by);
		// Whoever is gone may have been anybody's.
		if (changer === null || (changer && !idsOf(changer).some((id) => own.has(id)))) break;
		hours.push(before.pairAfterHours);
	}
	return Math.max(...hours);
}

const idsOf = ({ id, behind }: Account): string[] => [id, ...behind.map((one) => one.id)];

/** A century: whoever created an account stands behind it, however long ago its owner proved the address. */
const everHours = 876_000;

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
