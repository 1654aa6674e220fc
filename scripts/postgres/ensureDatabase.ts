import { Client } from "pg";

/**
 * Creates a database when it is missing.
 * @returns whether it was created now
 */
export async function ensureDatabase(adminUrl: string, name: string): Promise<boolean> {
	const client = new Client({ connectionString: adminUrl });
	await client.connect();
	try {
		const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
		if (rowCount) return false;
		await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
		return true;
	} finally {
		await client.end();
	}
}
