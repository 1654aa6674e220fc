import type { Payload } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Moves everything a customer has into the past, so that a sample looks as if it had grown: every time in every row of
 * its casino, and what its payment events say. The audit record keeps the truth: it is never touched.
 * @param days whole or part days
 */
export async function letTimePass(payload: Payload, casinoId: string, days: number): Promise<void> {
	const sql = await sqlOf({ payload });
	const tables = await sql<{ name: string; key: string; columns: string[] }>(
		`SELECT c.table_name AS name, max(k.column_name) AS key, array_agg(DISTINCT c.column_name::text) AS columns
		 FROM information_schema.columns c
		 JOIN information_schema.columns k ON k.table_schema = c.table_schema AND k.table_name = c.table_name
			AND k.column_name IN ('casino_id', 'version_casino_id')
		 WHERE c.table_schema = 'public' AND c.data_type LIKE 'timestamp%' AND c.table_name NOT LIKE 'audit%'
		 GROUP BY c.table_name`,
	);
	const own = [
		...tables.map((table) => ({ ...table, where: `${table.key} = $1::uuid` })),
		{ name: "casinos", columns: ["created_at", "updated_at"], where: "id = $1::uuid" },
		{
			name: "companies",
			columns: ["created_at", "updated_at"],
			where: "id = (SELECT company_id FROM casinos WHERE id = $1::uuid)",
		},
		{
			name: "users",
			columns: ["created_at", "updated_at", "last_sign_in_at"],
			where: "id IN (SELECT _parent_id FROM users_memberships WHERE casino_id = $1::uuid)",
		},
	];
	for (const { name, columns, where } of own) {
		const moved = columns.map((column) => `"${column}" = "${column}" - $2 * interval '1 day'`).join(", ");
		await sql(`UPDATE "${name}" SET ${moved} WHERE ${where}`, [casinoId, days]);
	}
	await sql(
		`UPDATE payment_events SET payload = jsonb_set(payload, '{created}', to_jsonb((payload->>'created')::bigint - $2::bigint))
		 WHERE casino_id = $1::uuid`,
		[casinoId, Math.round(days * 86_400)],
	);
}
