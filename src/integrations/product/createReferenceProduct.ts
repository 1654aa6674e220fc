import { Pool, type QueryResultRow } from "pg";
import { InvalidInput, VendorFailed } from "@/errors";
import type { ProductCasino, ProductPort, ProductUsage } from "@/provisioning/ports";
import { callOnFloor, withClient } from "./asConnector";
import { checkAccess } from "./checkAccess";
import { ourRoleOf, productRoleOf } from "./roleNames";
import { migrations } from "./schema/migrations";
import { syncCasino } from "./syncCasino";
import { toProductError } from "./toProductError";

/**
 * The connector to the reference product's database. The login needs the role `keyturn_product_connector` and nothing
 * more; the schema is `migrateProduct`'s. Every method throws `NotFound`, `Conflict`, `InvalidInput` or `VendorFailed`.
 * @param input.maxConnections upper bound of the pool
 */
export function createReferenceProduct(input: {
	connectionString: string;
	maxConnections: number;
}): ProductPort & { close(): Promise<void> } {
	const pool = createPool(input);
	return { ...createTenantCalls(pool), ...createStaffCalls(pool), ...createFloorCalls(pool), close: () => pool.end() };
}

function createTenantCalls(pool: Pool) {
	return {
		async bootstrapCasino({ casinoId, name, slug, timezone, settings, admin }) {
			const row = await callOne<{ casino_id: string; admin_staff_id: string }>(
				pool,
				"SELECT casino_id, admin_staff_id FROM floor.rpc_bootstrap_casino($1, $2, $3, $4, $5, $6, $7)",
				[casinoId, name, slug, timezone, JSON.stringify(settings), admin.name, admin.email],
			);
			return { casinoId: row.casino_id, adminStaffId: row.admin_staff_id };
		},
		async findCasino(casinoId) {
			const { casino } = await callOne<{ casino: ProductCasino | null }>(
				pool,
				"SELECT floor.rpc_read_casino($1) AS casino",
				[casinoId],
			);
			return casino;
		},
		async removeCasino(casinoId) {
			return callOne<{ removed: boolean }>(pool, "SELECT floor.rpc_remove_casino($1) AS removed", [casinoId]);
		},
		checkAccess: (input) => withClient(pool, (client) => checkAccess(client, input)),
		async ping() {
			const { version } = await callOne<{ version: number }>(
				pool,
				"SELECT coalesce(max(version), 0) AS version FROM floor.schema_version",
			);
			if (version < migrations.length) {
				throw new VendorFailed({
					vendor: "The product",
					message: `its schema is at version ${version} and this build needs ${migrations.length}. Run npm run migrate.`,
					isTransient: false,
				});
			}
		},
	} satisfies Partial<ProductPort>;
}

function createStaffCalls(pool: Pool) {
	return {
		async inviteStaff({ casinoId, email, name, role }) {
			const productRole = productRoleOf(role);
			if (!productRole) {
				throw new InvalidInput([{ path: "role", message: `the product has no role for ${role}` }]);
			}
			const row = await callOne<{ id: string }>(pool, "SELECT floor.rpc_create_staff_invite($1, $2, $3, $4) AS id", [
				casinoId,
				email,
				name,
				productRole,
			]);
			return { staffId: row.id };
		},
		async acceptStaff({ casinoId, email, name, userId }) {
			const row = await callOne<{ id: string }>(pool, "SELECT floor.rpc_accept_staff_invite($1, $2, $3, $4) AS id", [
				casinoId,
				email,
				name,
				userId,
			]);
			return { staffId: row.id };
		},
		async lastSeenAt({ casinoId, email }) {
			const { at } = await callOne<{ at: Date | null }>(pool, "SELECT floor.rpc_last_seen($1, $2) AS at", [
				casinoId,
				email,
			]);
			return at?.toISOString() ?? null;
		},
	} satisfies Partial<ProductPort>;
}

function createFloorCalls(pool: Pool) {
	return {
		syncCasino: (input) => syncCasino(pool, input),
		async readUsage({ casinoId, from, days, scope }) {
			const sql = "SELECT floor.read_scope_usage($1, $2, $3) AS usage";
			const values = [from, days, scope && JSON.stringify(scope)];
			const [row] = await callOnFloor<{ usage: ProductUsage }>(pool, casinoId, sql, values);
			if (!row) throw new Error("The product answered without a row.");
			const activeStaff = row.usage.activeStaff.map((group) => ({ ...group, role: ourRoleOf(group.role) }));
			return { ...row.usage, activeStaff };
		},
	} satisfies Partial<ProductPort>;
}

function createPool(input: { connectionString: string; maxConnections: number }): Pool {
	const pool = new Pool({
		connectionString: input.connectionString,
		max: input.maxConnections,
		application_name: "keyturn-product",
		connectionTimeoutMillis: 5_000,
		statement_timeout: 5_000,
		lock_timeout: 3_000,
		idle_in_transaction_session_timeout: 10_000,
		idleTimeoutMillis: 30_000,
	});
	// Without a listener a restart of PostgreSQL would end this process, whether a connection lies idle or is lent out; the
	// pool drops it by itself.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	return pool;
}

/** Runs a statement that answers exactly one row. */
async function callOne<Row extends QueryResultRow>(pool: Pool, sql: string, values: unknown[] = []): Promise<Row> {
	try {
		const { rows } = await pool.query<Row>(sql, values);
		const [row] = rows;
		if (!row) throw new Error("The product answered without a row.");
		return row;
	} catch (error) {
		throw toProductError(error);
	}
}
