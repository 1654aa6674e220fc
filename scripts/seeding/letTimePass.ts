import type { Payload } from "payload";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { inTurn } from "./inTurn";

/** What was decided stays where it was, as its packet and hash do; what is still asked for moves along. */
const staysWhere: Readonly<Record<string, string>> = {
	decisions: " AND decided_at IS NULL",
	approvals: " AND status = 'awaiting'",
};

const columnsSql = `
	SELECT c.table_name AS name, max(k.column_name) AS key, array_agg(DISTINCT c.column_name::text) AS columns,
		coalesce(array_agg(DISTINCT c.column_name::text) FILTER (WHERE c.data_type = 'date'), '{}') AS days
	FROM information_schema.columns c
	JOIN information_schema.columns k ON k.table_schema = c.table_schema AND k.table_name = c.table_name
		AND k.column_name IN ('casino_id', 'version_casino_id')
	WHERE c.table_schema = 'public' AND (c.data_type LIKE 'timestamp%' OR c.data_type = 'date') AND c.table_name NOT LIKE 'audit%'
	GROUP BY c.table_name`;

const others = [
	{ name: "casinos", columns: ["created_at", "updated_at"], where: "id = $1::uuid" },
	{
		name: "companies",
		columns: ["created_at", "updated_at"],
		where: "id = (SELECT company_id FROM casinos WHERE id = $1::uuid)",
	},
	{
		name: "users",
		columns: ["created_at", "updated_at", "first_sign_in_at", "last_sign_in_at"],
		where: "vendor_role IS NULL AND id IN (SELECT _parent_id FROM users_memberships WHERE casino_id = $1::uuid)",
	},
];

const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

/** Moves the days that a sentence names (“20 Nov 2026”, “20 November 2026”). */
function movedIn(column: string, pattern: string, format: string): string {
	return `"${column}" = CASE WHEN "${column}" ~ '${pattern}' THEN (
		SELECT string_agg(t.texts[at] || coalesce(to_char(to_date(d.days[at], '${format}') - round($2::numeric)::int, '${format}'), ''), '' ORDER BY at)
		FROM (SELECT regexp_split_to_array("${column}", '${pattern}') AS texts) t,
			(SELECT ARRAY(SELECT m[1] FROM regexp_matches("${column}", '(${pattern})', 'g') m) AS days) d, generate_subscripts(t.texts, 1) at
	) ELSE "${column}" END`;
}

/** Times that stand inside of a JSON value or a sentence. */
const inside: Readonly<Record<string, string>> = {
	checklist_items: movedIn("says", `\\d{1,2} ${months} \\d{4}`, "FMDD Mon YYYY"),
	check_ins: movedIn("outcome", `\\d{1,2} ${months}[a-z]* \\d{4}`, "FMDD FMMonth YYYY"),
	onboardings: `health_reasons = (
		SELECT jsonb_agg(jsonb_set(r, '{since}', to_jsonb(to_char((r ->> 'since')::timestamptz AT TIME ZONE 'UTC' - $2 * interval '1 day',
			'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) ORDER BY place)
		FROM jsonb_array_elements(health_reasons) WITH ORDINALITY AS each(r, place))`,
	payment_events: `payload = jsonb_set(payload, '{created}', to_jsonb((payload ->> 'created')::bigint - ($2 * 86400)::bigint))`,
};

let statement: Promise<string> | undefined;

/** One statement for all tables; the schema does not change while samples are made. */
async function writeStatement(sql: Sql): Promise<string> {
	const tables = await sql<{ name: string; key: string; columns: string[]; days: string[] }>(columnsSql);
	const ofCasino = tables.map((table) => ({ ...table, where: `${table.key} = $1::uuid` }));
	const moved = [...ofCasino, ...others.map((table) => ({ ...table, days: [] as string[] }))].map(
		({ name, columns, days, where }) => {
			const times = columns.map((column) =>
				days.includes(column)
					? `"${column}" = "${column}" - round($2::numeric)::int`
					: `"${column}" = "${column}" - $2 * interval '1 day'`,
			);
			const assignments = [...times, ...(inside[name] ? [inside[name]] : [])].join(", ");
			return `"moved_${name}" AS (UPDATE "${name}" SET ${assignments} WHERE ${where}${staysWhere[name] ?? ""})`;
		},
	);
	return `WITH ${moved.join(",\n")} SELECT $1::uuid, $2::float8`;
}

/**
 * Moves everything a customer has into the past, so that a sample looks as if it had grown: every time in every row of
 * its casino, and what its payment events say. The audit record keeps the truth, and so does a decision that was taken:
 * they are never touched.
 * @param days whole or part days
 */
export async function letTimePass(payload: Payload, casinoId: string, days: number): Promise<void> {
	const sql = await sqlOf({ payload });
	statement ??= writeStatement(sql);
	const text = await statement;
	await inTurn(() => sql(text, [casinoId, days]));
}
