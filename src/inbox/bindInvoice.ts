import { isRecordId } from "@/domain/isRecordId";
import type { HoldReason, PaymentFact } from "@/domain/settlement/paymentFact";
import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import type { Sql } from "@/queue/sqlOf";
import { findKnownInvoice, findPaidInvoice } from "./findKnownInvoice";
import { findSubscriptionWorkspace } from "./findSubscriptionWorkspace";

export type BoundBy =
	| "object_id"
	| "keyturn_invoice"
	| "payment_intent"
	| "keyturn_onboarding"
	| "subscription_metadata"
	| "customer";

/** A renewal that has no invoice of ours yet: where it belongs. */
export type RenewalBinding = { renewal: { casinoId: string; companyId: string | null; subscriptionRef: string } };

export type Binding = { invoiceId: string; by: BoundBy } | RenewalBinding | { holdReason: HoldReason; why: string };

type Candidate = { id: string };

/**
 * Finds the one invoice an event is about: an object id that we know, now or formerly; a renewal's own invoice; our
 * invoice id in the object's own metadata; the payment; our onboarding id in the object's own metadata; metadata from the
 * subscription, for its first invoice; then the company by its customer with exactly one open invoice of that amount and
 * currency. Whatever is not certain is a reason to hold.
 */
export async function bindInvoice(input: { sql: Sql; refs: StripeRefs; fact: PaymentFact }): Promise<Binding> {
	const { sql, refs, fact } = input;
	const known = await findKnownInvoice(sql, refs);
	if (known) return { invoiceId: known, by: "object_id" };
	if (await isRenewal(sql, refs)) return bindRenewal(sql, refs);
	const named = await findNamed(sql, refs.keyturnInvoice);
	if (named) return { invoiceId: named, by: "keyturn_invoice" };
	const paid = await findPaidInvoice(sql, refs);
	if (paid) return { invoiceId: paid, by: "payment_intent" };
	if (refs.keyturnOnboarding && isRecordId(refs.keyturnOnboarding)) {
		return bindByOnboarding(sql, refs.keyturnOnboarding, fact);
	}
	const inherited = await findNamed(sql, refs.inheritedInvoice);
	if (inherited) return { invoiceId: inherited, by: "subscription_metadata" };
	if (refs.inheritedOnboarding && isRecordId(refs.inheritedOnboarding)) {
		return bindByOnboarding(sql, refs.inheritedOnboarding, fact);
	}
	return bindByCustomer(sql, refs.customerRef, fact);
}

async function findNamed(sql: Sql, id: string | null): Promise<string | null> {
	if (!id || !isRecordId(id)) return null;
	const [row] = await sql<Candidate>("SELECT id FROM invoices WHERE id = $1::uuid", [id]);
	return row?.id ?? null;
}

/**
 * An invoice of a subscription that was made for another reason than its creation. Where no reason is told, it is one as
 * soon as another invoice of the provider's took the place of the first: the metadata it inherits names that one for ever.
 */
async function isRenewal(sql: Sql, refs: StripeRefs): Promise<boolean> {
	if (!refs.subscriptionRef || !refs.invoiceRef) return false;
	if (refs.billingReason) return refs.billingReason !== "subscription_create";
	const first = await findNamed(sql, refs.inheritedInvoice);
	if (!first || refs.keyturnInvoice) return false;
	const [row] = await sql(
		`SELECT 1 FROM invoices WHERE id = $1::uuid AND stripe_invoice_id <> $2
		 UNION ALL SELECT 1 FROM payment_events WHERE invoice_id = $1::uuid AND invoice_ref <> $2 LIMIT 1`,
		[first, refs.invoiceRef],
	);
	return row !== undefined;
}

/** Never taken for the purchase: neither the amount nor metadata that it inherits lead to another invoice. */
async function bindRenewal(sql: Sql, refs: StripeRefs): Promise<Binding> {
	const own = await findNamed(sql, refs.keyturnInvoice);
	const [isRenewalOfOurs] = own
		? await sql("SELECT 1 FROM invoices WHERE id = $1::uuid AND subscription_id IS NOT NULL", [own])
		: [];
	if (own && isRenewalOfOurs) return { invoiceId: own, by: "keyturn_invoice" };
	const subscriptionRef = refs.subscriptionRef ?? "";
	const workspace = await findSubscriptionWorkspace(sql, {
		subscriptionId: subscriptionRef,
		customerId: refs.customerRef,
		onboardingId: refs.keyturnOnboarding ?? refs.inheritedOnboarding,
		invoiceId: refs.keyturnInvoice ?? refs.inheritedInvoice,
	});
	return "holdReason" in workspace ? workspace : { renewal: { ...workspace, subscriptionRef } };
}

/** What was asked for tells which invoice is meant: a part of it refunded, or nothing paid yet, asks the same. */
function askedAmount(fact: PaymentFact): number | null {
	return fact.total ?? fact.amountDue ?? fact.amount;
}

async function bindByOnboarding(sql: Sql, onboardingId: string, fact: PaymentFact): Promise<Binding> {
	const rows = await sql<Candidate & { fits: boolean }>(
		`SELECT id, amount_due = $2 AND currency = $3 AS fits FROM invoices
		 WHERE onboarding_id = $1::uuid AND status NOT IN ('draft', 'void') ORDER BY created_at, id`,
		[onboardingId, askedAmount(fact), fact.currency],
	);
	const fitting = rows.filter(({ fits }) => fits);
	const only = fitting.length === 1 ? fitting[0] : rows.length === 1 ? rows[0] : undefined;
	if (only) return { invoiceId: only.id, by: "keyturn_onboarding" };
	return rows.length === 0
		? { holdReason: "no_workspace", why: "The payment names an onboarding that has no open invoice." }
		: {
				holdReason: "amount_mismatch",
				why: "The payment names an onboarding, and which of its invoices is meant is not certain.",
			};
}

async function bindByCustomer(sql: Sql, customer: string | null, fact: PaymentFact): Promise<Binding> {
	if (!customer) return { holdReason: "unknown_customer", why: "The payment names nobody we know." };
	const companies = await sql<{ id: string; name: string; casinos: number }>(
		`SELECT p.id, p.name, (SELECT count(*)::int FROM casinos c WHERE c.company_id = p.id) AS casinos
		 FROM companies p WHERE p.stripe_i_d = $1 LIMIT 2`,
		[customer],
	);
	const [company] = companies;
	if (!company) return { holdReason: "unknown_customer", why: `No company is linked to the customer ${customer}.` };
	if (companies.length > 1) {
		return { holdReason: "duplicate_customer", why: `Several companies are linked to the customer ${customer}.` };
	}
	if (company.casinos === 0) return { holdReason: "no_workspace", why: `${company.name} has no casino yet.` };
	return bindByAmount(sql, company, fact);
}

/**
 * An invoice counts as open here also when a refund without any other reference overtook its payment: the end must not
 * depend on which of the two arrived first.
 */
async function bindByAmount(sql: Sql, company: { id: string; name: string }, fact: PaymentFact): Promise<Binding> {
	const rows = await sql<Candidate & { hasAmount: boolean; hasCurrency: boolean }>(
		`SELECT i.id, i.amount_due = $2 AS "hasAmount", i.currency = $3 AS "hasCurrency"
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id
		 WHERE c.company_id = $1::uuid
			AND (i.status IN ('open', 'uncollectible') OR (i.status = 'refunded' AND i.stripe_invoice_id IS NULL))
		 ORDER BY i.created_at, i.id`,
		[company.id, askedAmount(fact), fact.currency],
	);
	const exact = rows.filter(({ hasAmount, hasCurrency }) => hasAmount && hasCurrency);
	const [only] = exact;
	if (only && exact.length === 1) return { invoiceId: only.id, by: "customer" };
	if (exact.length > 1) {
		return { holdReason: "amount_mismatch", why: `${company.name} has ${exact.length} open invoices of that amount.` };
	}
	if (rows.some(({ hasAmount }) => hasAmount)) {
		return {
			holdReason: "currency_mismatch",
			why: `${company.name} has an open invoice of that amount in another currency.`,
		};
	}
	return {
		holdReason: "amount_mismatch",
		why:
			rows.length === 0
				? `${company.name} has no open invoice.`
				: `${company.name} has no open invoice of that amount.`,
	};
}
