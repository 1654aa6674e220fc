import { Client } from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../harness/createTestDatabase";

async function connect(connectionString: string): Promise<Client> {
	const client = new Client({ connectionString, application_name: "forgetful test" });
	client.on("error", () => {});
	await client.connect();
	return client;
}

test("two test databases do not see each other's rows", async () => {
	const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
	const first = await connect(one.ownerUrl);
	const second = await connect(other.ownerUrl);
	await first.query("CREATE TABLE mine (id int)");
	const { rows } = await second.query("SELECT to_regclass('mine') AS found");
	expect(rows[0].found).toBeNull();
	await Promise.all([first.end(), second.end()]);
});

test("a connection left open fails the drop and is named", async () => {
	const database = await createTestDatabase();
	const forgotten = await connect(database.databaseUrl);
	await forgotten.query("SELECT 'last words'");
	await expect(database.drop()).rejects.toThrow(/forgetful test.*last words/);
	await forgotten.end().catch(() => {});
});
