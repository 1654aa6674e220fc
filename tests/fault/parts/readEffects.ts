import { automationNames } from "@/domain/playbook/automations";
import type { CopiedCustomer } from "../../harness/copyCustomers";
import { type Addresses, grants, withDatabase } from "./openCustomers";

/** Everything one payment may cause, counted: what is done twice or never shows. */
export async function readEffects(addresses: Addresses, customer: CopiedCustomer) {
	const ours = await withDatabase(addresses.DATABASE_URL, async (database) => {
		const { rows } = await database.query<{ effects: object }>(effectsSql, [
			customer.casino,
			customer.onboarding,
			customer.invoice,
		]);
		return rows[0]?.effects;
	});
	const product = await withDatabase(addresses.PRODUCT_DATABASE_URL, async (database) => {
		const { rows } = await database.query<{ product: object }>(productSql, [customer.casino]);
		return rows[0]?.product;
	});
	return { ...ours, product };
}

/** What one payment causes, once. */
export const onceEach = {
	casino: "live",
	invoice: "paid",
	events: ["settled"],
	runs: ["succeeded"],
	steps: automationNames.map((step) => `${step} succeeded`),
	recorded: automationNames.length,
	settings: 1,
	invites: ["pending"],
	staff: ["invited"],
	messages: ["payment_confirmation_finance", "payment_received", "staff_invite", "welcome"],
	entitlements: [...grants].sort(),
	checkIns: [1, 3, 7],
	risks: 0,
	product: { casinos: 1, settings: 1, staff: ["invited"] },
};

const effectsSql = `SELECT json_build_object(
	'casino', (SELECT status FROM casinos WHERE id = $1::uuid),
	'invoice', (SELECT status FROM invoices WHERE id = $3::uuid),
	'events', (SELECT coalesce(json_agg(status), '[]') FROM payment_events WHERE invoice_id = $3::uuid),
	'runs', (SELECT coalesce(json_agg(status), '[]') FROM provisioning_runs WHERE onboarding_id = $2::uuid),
	'steps', (SELECT coalesce(json_agg(step || ' ' || status ORDER BY position), '[]') FROM provisioning_steps WHERE casino_id = $1::uuid),
	'recorded', (SELECT count(*) FROM audit_entries WHERE casino_id = $1::uuid AND action = 'step.succeeded'),
	'settings', (SELECT count(*) FROM casino_settings WHERE casino_id = $1::uuid),
	'invites', (SELECT coalesce(json_agg(status), '[]') FROM staff_invites WHERE casino_id = $1::uuid),
	'staff', (SELECT coalesce(json_agg(status), '[]') FROM staff WHERE casino_id = $1::uuid),
	'messages', (SELECT coalesce(json_agg(template ORDER BY template), '[]') FROM messages WHERE casino_id = $1::uuid),
	'entitlements', (SELECT coalesce(json_agg(feature ORDER BY feature), '[]') FROM entitlements WHERE casino_id = $1::uuid),
	'checkIns', (SELECT coalesce(json_agg(day ORDER BY day), '[]') FROM check_ins WHERE casino_id = $1::uuid),
	'risks', (SELECT count(*) FROM risks WHERE casino_id = $1::uuid)
) AS effects`;

const productSql = `SELECT json_build_object(
	'casinos', (SELECT count(*) FROM floor.casino WHERE id = $1::uuid),
	'settings', (SELECT count(*) FROM floor.casino_settings WHERE casino_id = $1::uuid),
	'staff', (SELECT coalesce(json_agg(status), '[]') FROM floor.staff WHERE casino_id = $1::uuid)
) AS product`;
