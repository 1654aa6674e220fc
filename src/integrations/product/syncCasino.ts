import type { Pool, PoolClient } from "pg";
import type { ProductConfiguration, ProductSync } from "@/provisioning/ports";
import { stepDown, withClient } from "./asConnector";
import { ourRoleOf, productRoleOf } from "./roleNames";

/**
 * Brings one tenant in step, in one transaction of the product's: people and freezes by its RPCs, the rest as the connector on the
 * floor, under the policies.
 */
export function syncCasino(pool: Pool, input: ProductConfiguration): Promise<ProductSync> {
	return withClient(pool, async (client) => {
		// On a failure the connection is closed, and the transaction with it.
		await client.query("BEGIN");
		const { casinoId, revision } = input;
		const { rows } = await client.query<{ newest: string }>("SELECT floor.rpc_begin_sync($1, $2) AS newest", [
			casinoId,
			revision,
		]);
		const newestRevision = Number(rows[0]?.newest);
		const isOutdated = newestRevision > revision;
		if (!isOutdated) await writePeople(client, input);
		await stepDown(client, casinoId);
		const written = isOutdated ? nothing : await writeConfiguration(client, input);
		const roster = await readRoster(client);
		await client.query("COMMIT");
		return { newestRevision, ...written, roster };
	});
}

const nothing = { areas: 0, tables: 0, frozenUntil: null };

async function writePeople(client: PoolClient, { casinoId, people, freezes }: ProductConfiguration): Promise<void> {
	// Who has a role that does not work in the product may not work there, and perhaps did before.
	const known = people.map((person) => {
		const role = productRoleOf(person.role) ?? null;
		return { ...person, role, isEnabled: person.isEnabled && role !== null };
	});
	await client.query("SELECT floor.rpc_set_freezes($1, $2)", [casinoId, JSON.stringify(freezes)]);
	await client.query("SELECT floor.rpc_sync_people($1, $2)", [casinoId, JSON.stringify(known)]);
}

async function writeConfiguration(
	client: PoolClient,
	{ name, timezone, settings, areas, tables }: ProductConfiguration,
): Promise<Omit<ProductSync, "newestRevision" | "roster">> {
	const values = [{ name, timezone }, settings, areas, tables].map((value) => JSON.stringify(value));
	const { rows } = await client.query<{ areas: number; tables: number; frozenUntil: Date | null }>(
		'SELECT areas, tables, frozen_until AS "frozenUntil" FROM floor.sync_configuration($1, $2, $3, $4)',
		values,
	);
	const [row] = rows;
	if (!row) throw new Error("The product answered without a row.");
	return { ...row, frozenUntil: row.frozenUntil?.toISOString() ?? null };
}

async function readRoster(client: PoolClient): Promise<ProductSync["roster"]> {
	const { rows } = await client.query<ProductSync["roster"][number]>(
		"SELECT source_id AS id, email, role, status FROM floor.read_staff()",
	);
	return rows.map((person) => ({ ...person, role: ourRoleOf(person.role) }));
}
