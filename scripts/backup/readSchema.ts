import type { Client } from "pg";

export type Table = { name: string; columns: string[] };
/** What a database holds besides its tables' rows. */
export type Contents = { tables: Table[]; sequences: { name: string; value: string; isCalled: boolean }[] };

/** Values read back byte for byte, whatever the server's settings are. */
export const plainSettings =
	"SET datestyle = 'ISO'; SET timezone = 'UTC'; SET intervalstyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex'; SET statement_timeout = 0; SET client_encoding = 'UTF8'";

/**
 * The tables and sequences of schemas, by name. A partitioned table is its partitions; a generated column is generated again.
 */
export async function readContents(client: Client, schemas: readonly string[]): Promise<Contents> {
	const { rows: tables } = await client.query<Table>(
		`SELECT format('%I.%I', n.nspname, c.relname) AS name,
			array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE n.nspname = ANY($1) AND c.relkind = 'r' GROUP BY 1 ORDER BY 1`,
		[schemas],
	);
	const { rows: names } = await client.query<{ name: string }>(
		`SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = ANY($1) AND c.relkind = 'S' ORDER BY 1`,
		[schemas],
	);
	const sequences: Contents["sequences"] = [];
	for (const { name } of names) {
		const { rows } = await client.query(`SELECT last_value::text AS value, is_called AS "isCalled" FROM ${name}`);
		sequences.push({ name, ...rows[0] });
	}
	return { tables, sequences };
}

export const copyOutSql = ({ name, columns }: Table) => `COPY ${name} (${columns.join(", ")}) TO STDOUT`;
export const copyInSql = ({ name, columns }: Table) => `COPY ${name} (${columns.join(", ")}) FROM STDIN`;
