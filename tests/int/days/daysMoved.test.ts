import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { down, up } from "@/migrations/20261129_100833_more_calendar_days";
import { ownerUrlOf } from "../../harness/asOwner";
import { createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;
beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn?.stop());

/** The database as a migration is given it. */
const migrationOn = (client: Client) =>
	({ db: { execute: (text: string) => client.query(text) } }) as unknown as Parameters<typeof up>[0];

test("moments that stood for days become them: what was chosen by its date in UTC, the end of a day by the casino's", async () => {
	const { casino, onboarding, invoice, orderForm } = await createCustomerSetup(keyturn, {
		casino: { timezone: "America/Los_Angeles" },
	});
	const client = new Client({ connectionString: ownerUrlOf(keyturn.databaseUrl) });
	await client.connect();
	try {
		const migration = migrationOn(client);
		const run = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows;
		await down(migration);
		await run(
			"UPDATE invoices SET due_at = '2027-03-15T12:00Z', po_expires_at = '2027-03-16T06:59:59Z' WHERE id = $1",
			[invoice.id],
		);
		await run("UPDATE contracts SET expires_at = '2027-03-15T00:00Z' WHERE id = $1", [orderForm.id]);
		const packet = { expiresAt: "2027-03-16T06:59:59.000Z" };
		await run(
			`INSERT INTO decisions (casino_id, onboarding_id, title, kind, status, expires_at, packet, decided_at, hash) VALUES
			 ($1, $2, 'asked', 'waiver', 'proposed', $3, $4, NULL, NULL), ($1, $2, 'taken', 'waiver', 'approved', $3, $4, now(), 'x'),
			 ($1, $2, 'override', 'freeze_override', 'approved', $3, $4, now(), 'x')`,
			[casino.id, onboarding.id, packet.expiresAt, packet],
		);
		await up(migration);
		expect(
			await run("SELECT due_at::text AS due, po_expires_at::text AS until FROM invoices WHERE id = $1", [invoice.id]),
		).toEqual([{ due: "2027-03-15", until: "2027-03-15" }]);
		expect(await run("SELECT expires_at::text AS until FROM contracts WHERE id = $1", [orderForm.id])).toEqual([
			{ until: "2027-03-15" },
		]);
		expect(
			await run("SELECT title, expires_at::text AS day, lifted_until AS at, packet FROM decisions ORDER BY title"),
		).toEqual([
			{ title: "asked", day: "2027-03-15", at: null, packet: { expiresAt: "2027-03-15" } },
			{ title: "override", day: null, at: new Date(packet.expiresAt), packet },
			{ title: "taken", day: "2027-03-15", at: null, packet },
		]);
		await expect(run("UPDATE decisions SET lifted_until = now() WHERE title = 'override'")).rejects.toThrow("never");
		await expect(run("UPDATE decisions SET expires_at = now() WHERE title = 'taken'")).rejects.toThrow("never");
	} finally {
		await client.end();
	}
});
