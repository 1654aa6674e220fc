import type { PayloadRequest } from "payload";
import { Conflict, InvalidInput } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { recordAutomation } from "../audit/recordAutomation";
import { inTransaction } from "../inTransaction";
import { portsOf } from "../portsOf";
import { endAccess } from "../users/endAccess";

/** What is typed to confirm. */
export const removalWords = "remove samples";

export type Samples = {
	casinos: string[];
	/** Addresses of accounts that go. */
	people: string[];
	/** Addresses of accounts that lose their access and stay, for records of other customers name them for good. */
	kept: string[];
	companies: number;
};

const sample = (collection: string) => `SELECT id FROM sample_records WHERE collection = '${collection}'`;

/** Whom records that never change name: their account stays, without any access. */
const isNamedForGood = `EXISTS (SELECT 1 FROM approvals a WHERE u.id IN (a.first_approver_id, a.second_approver_id) AND a.casino_id NOT IN (${sample("casinos")}))`;

/** What removing the samples would remove. */
export async function readSamples({ req }: { req: PayloadRequest }): Promise<Samples> {
	const sql = await sqlOf(req);
	const casinos = await sql<{ name: string }>(
		`SELECT name FROM casinos WHERE id IN (${sample("casinos")}) ORDER BY name`,
	);
	const people = await sql<{ email: string; isKept: boolean }>(
		`SELECT u.email, ${isNamedForGood} AS "isKept" FROM users u WHERE u.id IN (${sample("users")}) ORDER BY u.email`,
	);
	const [companies] = await sql<{ count: number }>(
		`SELECT count(*)::int AS count FROM companies WHERE id IN (${sample("companies")})
			AND NOT EXISTS (SELECT 1 FROM casinos c WHERE c.company_id = companies.id AND c.id NOT IN (${sample("casinos")}))`,
	);
	return {
		casinos: casinos.map(({ name }) => name),
		people: people.filter(({ isKept }) => !isKept).map(({ email }) => email),
		kept: people.filter(({ isKept }) => isKept).map(({ email }) => email),
		companies: companies?.count ?? 0,
	};
}

/**
 * Removes every sample customer with all that belongs to it, and every sample account, in one transaction; what people added
 * stays. Tenants in the product are removed afterwards. The audit record is not touched, and says who did this.
 * @throws InvalidInput without the words; Conflict when there is nothing left to remove, or the sender is a sample
 */
export async function removeSamples(input: { req: PayloadRequest; confirm: string }): Promise<Samples> {
	const { req, confirm } = input;
	if (confirm.trim().toLowerCase() !== removalWords) {
		throw new InvalidInput([{ path: "confirm", message: `Type “${removalWords}”.` }]);
	}
	const { removed, casinoIds } = await inTransaction(req, () => removeAll(req));
	const { product } = portsOf(req);
	for (const casinoId of casinoIds) {
		await product.removeCasino(casinoId).catch((error: unknown) => {
			req.payload.logger.warn({ msg: "A sample's tenant is still in the product.", casinoId, reason: String(error) });
		});
	}
	return removed;
}

async function removeAll(req: PayloadRequest): Promise<{ removed: Samples; casinoIds: string[] }> {
	const sql = await sqlOf(req);
	// A second one waits, and finds nothing.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('samples', 0))");
	const removed = await readSamples({ req });
	if (removed.casinos.length + removed.people.length === 0) {
		throw new Conflict("There are no samples to remove.", "no_samples");
	}
	if ((await sql(`SELECT 1 WHERE $1::uuid IN (${sample("users")})`, [req.user?.id ?? null])).length > 0) {
		throw new Conflict("Your own account is a sample. Sign in as your administrator.", "own_account");
	}
	await sql("SELECT set_config('keyturn.removing_samples', 'on', true)");
	const casinoIds = (await sql<{ id: string }>(`SELECT id FROM casinos WHERE id IN (${sample("casinos")})`)).map(
		({ id }) => id,
	);
	for (const { table, column } of await listOwned(sql)) {
		await sql(`DELETE FROM "${table}" WHERE "${column}" IN (${sample("casinos")})`);
	}
	for (const table of ["messages", "risks", "payment_events"]) {
		await sql(`DELETE FROM ${table} WHERE id IN (${sample(table)})`);
	}
	await sql(`DELETE FROM casinos WHERE id IN (${sample("casinos")})`);
	await sql(
		`DELETE FROM companies WHERE id IN (${sample("companies")}) AND NOT EXISTS (SELECT 1 FROM casinos c WHERE c.company_id = companies.id)`,
	);
	await removePeople(req, sql);
	await recordAutomation({
		req,
		action: "samples.removed",
		collection: "casinos",
		document: "samples",
		casino: null,
		after: { casinos: removed.casinos.length, people: removed.people.length, companies: removed.companies },
		reason: "the samples were removed",
	});
	await sql("DELETE FROM sample_records");
	return { removed, casinoIds };
}

async function removePeople(req: PayloadRequest, sql: Sql): Promise<void> {
	const people = await sql<{ id: string; isKept: boolean }>(
		`SELECT u.id, ${isNamedForGood} AS "isKept" FROM users u WHERE u.id IN (${sample("users")})`,
	);
	for (const { id } of people) await endAccess({ req, userId: id });
	const kept = people.filter(({ isKept }) => isKept).map(({ id }) => id);
	await sql("UPDATE users SET vendor_role = NULL, hash = NULL, salt = NULL WHERE id = ANY($1::uuid[])", [kept]);
	await sql(`DELETE FROM users u WHERE u.id IN (${sample("users")}) AND NOT u.id = ANY($1::uuid[])`, [kept]);
}

/** Tables whose rows belong to a casino, those that name others before those they name. */
async function listOwned(sql: Sql): Promise<{ table: string; column: string }[]> {
	const owned = await sql<{ table: string; column: string }>(
		`SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
		 JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
		 WHERE c.table_schema = 'public' AND c.column_name IN ('casino_id', 'version_casino_id') AND c.table_name <> 'audit_entries'
		 ORDER BY c.table_name`,
	);
	const links = await sql<{ from: string; to: string; isPart: boolean }>(
		`SELECT DISTINCT a.relname AS from, b.relname AS to, k.confdeltype = 'c' AS "isPart" FROM pg_constraint k
		 JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid WHERE k.contype = 'f' AND a.oid <> b.oid`,
	);
	// Rows of an array stand in a table of their own and go with the row they are part of.
	const wholeOf = (table: string): string => links.find(({ from, isPart }) => isPart && from === table)?.to ?? table;
	const sorted: typeof owned = [];
	const waiting = new Map(owned.map((one) => [one.table, one]));
	while (waiting.size > 0) {
		const isNamed = (table: string) =>
			links.some(({ from, to }) => to === table && wholeOf(from) !== table && waiting.has(wholeOf(from)));
		// Of tables that name each other any may go first: such links may be empty.
		const next = [...waiting.values()].find(({ table }) => !isNamed(table)) ?? [...waiting.values()][0];
		if (!next) break;
		sorted.push(next);
		waiting.delete(next.table);
	}
	return sorted;
}
