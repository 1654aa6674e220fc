import { Client } from "pg";

/** Makes a login that may do nothing yet, or gives it this password where it is there. */
export async function ensureLogin(ownerUrl: string, name: string, password: string): Promise<void> {
	const client = new Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
		const [role, secret] = [client.escapeIdentifier(name), client.escapeLiteral(password)];
		await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${role} LOGIN PASSWORD ${secret}`);
	} finally {
		await client.end();
	}
}
