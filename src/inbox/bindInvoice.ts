import { isRecordId } from "@/domain/isRecordId";
import type { HoldReason, PaymentFact } from "@/domain/settlement/paymentFact";
import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import type { Sql } from "@/queue/sqlOf";

export type Binding =
	| { invoiceId: string; by: "keyturn_invoice" | "invoice_id" | "payment_intent" | "keyturn_onboarding" | "customer" }
	| { holdReason: HoldReason; why: string };

type Candidate = { id: string };

/**
 * Finds the one invoice an event is about, in the order of DESIGN §4: our invoice id in the metadata, the provider's
 * invoice, the payment intent, our onboarding id in the metadata, then the company by its customer with exactly one open
 * invoice of that amount and currency. Whatever is not certain is a reason to hold.
 */
export async function bindInvoice(input: { sql: Sql; refs: StripeRefs; fact: PaymentFact }): Promise<Binding> {
	const { sql, refs } = input;
	if (refs.keyturnInvoice && isRecordId(refs.keyturnInvoice)) {
		const [row] = await sql<Candidate>("SELECT id FROM invoices WHERE id = $1::uuid", [refs.keyturnInvoice]);
		if (row) return { invoiceId: row.id, by: "keyturn_invoice" };
	}
	if (refs.invoiceRef) {
		const [row] = await sql<Candidate>("SELECT id FROM invoices WHERE stripe_invoice_id = $1", [refs.invoiceRef]);
		if (row) return { invoiceId: row.id, by: "invoice_id" };
	}
	if (refs.paymentIntentRef) {
		const rows = await sql<Candidate>("SELECT id FROM invoices WHERE stripe_payment_intent_id = $1 LIMIT 2", [
			refs.paymentIntentRef,
		]);
		const [row] = rows;
		if (row && rows.length === 1) return { invoiceId: row.id, by: "payment_intent" };
	}
	if (refs.keyturnOnboarding && isRecordId(refs.keyturnOnboarding)) {
		return bindByOnboarding(sql, refs.keyturnOnboarding, input.fact);
	}
	return bindByCustomer(sql, refs.customerRef, input.fact);
}

/** What was asked for tells which invoice is meant: a part of it refunded, or nothing paid yet, asks the same. */
function askedAmount(fact: PaymentFact): number | null {
	return fact.amountDue ?? fact.amount;
}

async function bindByOnboarding(sql: Sql, onboardingId: string, fact: PaymentFact): Promise<Binding> {
	const rows = await sql<Candidate & { fits: boolean }>(
		`SELECT id, amount_due = $2 AND currency = $3 AS fits FROM invoices
		 WHERE onboarding_id = $1::uuid AND status NOT IN ('draft', 'void') ORDER BY created_at, id LIMIT 50`,
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
		 ORDER BY i.created_at, i.id LIMIT 200`,
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
