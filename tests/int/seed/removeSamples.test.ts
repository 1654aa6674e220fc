import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealAudit } from "@/audit/sealAudit";
import { verifyAudit } from "@/audit/verifyAudit";
import { sqlOf } from "@/queue/sqlOf";
import { allSlugs } from "@/slugs";
import { ensureDefaults } from "../../../scripts/seeding/ensureDefaults";
import { seedSamplePortfolio } from "../../../scripts/seeding/seedSamplePortfolio";
import {
	type CustomerSetup,
	createCustomer,
	createCustomerSetup,
	createVendor,
	type Person,
} from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { codeOf, rowsOf } from "../invites/inviteWorld";

let keyturn: Keyturn;
let admin: Person;
let real: CustomerSetup;
let colleague: Person;
let sponsor: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	admin = await createVendor(keyturn, "admin");
	await ensureDefaults(keyturn.payload);
	await seedSamplePortfolio(keyturn.payload, { password: "nineteen customers, one door" });
	real = await createCustomerSetup(keyturn);
	colleague = await createVendor(keyturn, "ops");
	sponsor = await createCustomer(keyturn, [{ casino: real.casino.id, roles: ["executive_sponsor"] }]);
}, 600_000);
afterAll(() => keyturn?.stop());

const remove = (as: Person | undefined, confirm: string) =>
	keyturn.rest("POST", "/samples/remove", { as, body: { confirm } });

test("nobody but an administrator removes them, and not without the words", async () => {
	const answers = [
		await remove(undefined, "remove samples"),
		await remove(colleague, "remove samples"),
		await remove(admin, "yes"),
	];
	expect(answers.map(({ status }) => status)).toEqual([401, 403, 400]);
	expect((await keyturn.rest("GET", "/samples", { as: colleague })).status).toBe(403);
	expect((await rowsOf(keyturn, "SELECT 1 FROM casinos")).length).toBeGreaterThan(15);
});

test("removing tells first, takes all of them with one act, and keeps what people added", async () => {
	// A sample colleague has approved something of a real customer's: that stays, and so does who they were.
	const [finance] = await rowsOf<{ id: string; email: string }>(
		keyturn,
		"SELECT id, email FROM users WHERE email = 'finance@keyturn.example'",
	);
	await rowsOf(
		keyturn,
		`INSERT INTO approvals (title, casino_id, subject, status, invoice_id, amount, currency, version, seats, requested_by_id, first_approver_id, reason)
		 VALUES ('Paid by hand', $1, 'manual_payment', 'approved', $2, 1, 'usd', '1', 1, $3, $3, 'A transfer')`,
		[real.casino.id, real.invoice.id, finance?.id],
	);
	const told = (await keyturn.rest("GET", "/samples", { as: admin })).body as {
		casinos: string[];
		people: string[];
		kept: string[];
	};
	expect(told.casinos.length).toBeGreaterThan(15);
	expect(told.casinos).not.toContain(real.casino.name);
	expect([told.kept, told.people]).toEqual([
		[finance?.email],
		expect.not.arrayContaining([admin.email, colleague.email, sponsor.email]),
	]);
	const answer = await remove(admin, "Remove samples");
	expect([answer.status, answer.body]).toEqual([200, told]);
	const left = await rowsOf<{ email: string; role: string | null; hash: string | null }>(
		keyturn,
		"SELECT email, vendor_role AS role, hash FROM users ORDER BY email",
	);
	expect(left.map(({ email }) => email)).toEqual(
		[admin.email, colleague.email, sponsor.email, finance?.email].toSorted(),
	);
	expect(left.find(({ email }) => email === finance?.email)).toMatchObject({ role: null, hash: null });
	expect(await rowsOf(keyturn, "SELECT name FROM casinos")).toEqual([{ name: real.casino.name }]);
	expect(await rowsOf(keyturn, "SELECT name FROM companies")).toEqual([{ name: real.company.name }]);
	for (const slug of allSlugs.filter((one) => one !== "audit-entries")) {
		const { status } = await keyturn.rest("GET", `/${slug}?limit=5&depth=0`, { as: admin });
		expect([slug, status]).toEqual([slug, 200]);
	}
	expect(
		await rowsOf(keyturn, "SELECT 1 FROM messages WHERE casino_id IS DISTINCT FROM $1 AND error LIKE 'A sample%'", [
			real.casino.id,
		]),
	).toEqual([]);
	expect(codeOf((await remove(admin, "remove samples")).body)).toBe("no_samples");
});

test("the record is whole, names who did it, and decisions of real customers stay for good", async () => {
	const pool = keyturn.payload.db.pool as unknown as Pool;
	while ((await sealAudit({ pool })) > 0);
	expect(await verifyAudit({ sql: await sqlOf({ payload: keyturn.payload }) })).toMatchObject({
		ok: true,
		unsealed: 0,
	});
	expect(await rowsOf(keyturn, "SELECT actor FROM audit_entries WHERE action = 'samples.removed'")).toEqual([
		{ actor: `user:${admin.user.id}` },
	]);
	await expect(pool.query("DELETE FROM approvals")).rejects.toThrow("never changes");
});
