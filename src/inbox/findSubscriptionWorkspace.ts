import { isRecordId } from "@/domain/isRecordId";
import type { HoldReason } from "@/domain/settlement/paymentFact";
import type { Sql } from "@/queue/sqlOf";

export type SubscriptionWorkspace = { casinoId: string; companyId: string | null };

/**
 * The casino a subscription is for: the one it has, the onboarding or the invoice its metadata names, or its customer's
 * only casino.
 */
export async function findSubscriptionWorkspace(
	sql: Sql,
	named: { subscriptionId: string; customerId: string | null; onboardingId: string | null; invoiceId: string | null },
): Promise<SubscriptionWorkspace | { holdReason: HoldReason; why: string }> {
	const select = `SELECT c.id AS "casinoId", c.company_id AS "companyId" FROM casinos c`;
	const [known] = await sql<SubscriptionWorkspace>(
		`${select} JOIN subscriptions s ON s.casino_id = c.id WHERE s.stripe_subscription_id = $1`,
		[named.subscriptionId],
	);
	if (known) return known;
	for (const [table, id] of [
		["onboardings", named.onboardingId],
		["invoices", named.invoiceId],
	] as const) {
		if (!id || !isRecordId(id)) continue;
		const [row] = await sql<SubscriptionWorkspace>(
			`${select} JOIN ${table} o ON o.casino_id = c.id WHERE o.id = $1::uuid`,
			[id],
		);
		if (row) return row;
	}
	const companies = await sql("SELECT id FROM companies WHERE stripe_i_d = $1 LIMIT 2", [named.customerId]);
	if (companies.length === 0)
		return { holdReason: "unknown_customer", why: "No company is linked to the subscription's customer." };
	if (companies.length > 1)
		return { holdReason: "duplicate_customer", why: "Several companies are linked to the subscription's customer." };
	const casinos = await sql<SubscriptionWorkspace>(
		`${select} JOIN companies p ON p.id = c.company_id WHERE p.stripe_i_d = $1 LIMIT 2`,
		[named.customerId],
	);
	const [only] = casinos;
	if (only && casinos.length === 1) return only;
	return {
		holdReason: "no_workspace",
		why: only ? "The customer has several casinos." : "The customer has no casino yet.",
	};
}
