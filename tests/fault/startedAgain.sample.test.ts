import { afterAll, expect, test } from "vitest";
import { openEmbeddedDatabase } from "../../scripts/serving/openDatabase";
import { withDatabase } from "./parts/openCustomers";
import { makeFolder } from "./parts/startFolder";
import { until } from "./parts/until";

const served = makeFolder();
afterAll(() => served.remove());

test("an embedded PostgreSQL that is killed is started again at the same address, and closed at the end", async () => {
	const lines: string[] = [];
	const database = await openEmbeddedDatabase(served.folder, (line) => lines.push(line));
	const first = served.postgresPid();
	const { MIGRATION_DATABASE_URL: DATABASE_URL = "" } = database.environment();
	try {
		await withDatabase(DATABASE_URL, (client) => client.query("CREATE TABLE paid AS SELECT 1 AS id"));
		process.kill(first, "SIGKILL");
		const rows = await until("a database that answers again", () =>
			withDatabase(DATABASE_URL, async (client) => (await client.query("SELECT id FROM paid")).rows),
		);
		expect(rows).toEqual([{ id: 1 }]);
		expect(served.postgresPid()).not.toBe(first);
		await until(
			"the word that it is back",
			async () => lines,
			(said) => said.includes("PostgreSQL is back."),
		);
		expect(database.environment()).toMatchObject({ MIGRATION_DATABASE_URL: DATABASE_URL });
	} finally {
		await database.close();
	}
	expect(() => served.postgresPid()).toThrow("ENOENT");
	expect(lines.filter((line) => line.startsWith("PostgreSQL ended ("))).toHaveLength(1);
});
