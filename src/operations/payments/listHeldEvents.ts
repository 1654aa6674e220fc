import type { PayloadRequest } from "payload";
import { formatMoney } from "@/domain/money";
import type { HoldReason, PaymentFact } from "@/domain/settlement/paymentFact";
import { type EventRow, eventColumns, readEvent } from "@/inbox/eventRow";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { holdReasonWords } from "./holdEvent";

export type Candidate = {
	invoiceId: string;
	number: string;
	casinoId: string;
	casinoName: string;
	amountDue: number;
	currency: string;
	/** Why it may be the one, and what speaks against it. */
	why: string;
};

export type HeldEvent = {
	id: string;
	eventId: string;
	provider: string;
	type: string;
	amount: number | null;
	currency: string | null;
	payerEmail: string | null;
	customerRef: string | null;
	holdReason: HoldReason;
	/** The reason in words. */
	explanation: string;
	occurredAt: string;
	candidates: Candidate[];
};

export function paymentFactOf(row: EventRow): PaymentFact | null {
	const reading = readEvent(row);
	return reading.kind === "invoice" || reading.kind === "checkout" || reading.kind === "charge" ? reading.fact : null;
}

/**
 * The events that wait for a person, the oldest first, each with the invoices it may belong to. Three statements, however many.
 * @returns the first of them, and how many there are
 */
export async function listHeldEvents({
	req,
	limit = 100,
}: {
	req: PayloadRequest;
	limit?: number;
}): Promise<{ held: HeldEvent[]; total: number }> {
	const sql = await sqlOf(req);
	const rows = await sql<EventRow & { total: number }>(
		`SELECT ${eventColumns}, (count(*) OVER ())::int AS total FROM payment_events WHERE status = 'held' ORDER BY occurred_at, id LIMIT $1`,
		[limit],
	);
	const facts = rows.map((row) => ({ row, fact: paymentFactOf(row) }));
	const candidates = await findCandidates(sql, facts);
	const held = facts.map(({ row, fact }) => ({
		id: row.id,
		eventId: row.eventId,
		provider: row.provider,
		type: row.type,
		amount: fact?.amount ?? null,
		currency: fact?.currency ?? null,
		payerEmail: fact?.payerEmail ?? null,
		customerRef: fact?.customerId ?? null,
		holdReason: row.holdReason ?? "unknown_customer",
		explanation: `${holdReasonWords[row.holdReason ?? "unknown_customer"]} ${row.explanation ?? ""}`.trim(),
		occurredAt: row.occurredAt.toISOString(),
		candidates: candidates.get(row.id) ?? [],
	}));
	return { held, total: rows[0]?.total ?? 0 };
}

type Match = Omit<Candidate, "why"> & {
	eventId: string;
	isBound: boolean;
	hasAmount: boolean;
	hasPayer: boolean;
	hasCustomer: boolean;
};

/** Invoices that share something with the event: it is bound to them, or amount and currency, the payer, or the customer fit. */
async function findCandidates(
	sql: Sql,
	facts: { row: EventRow; fact: PaymentFact | null }[],
): Promise<Map<string, Candidate[]>> {
	const matches = await sql<Match>(
		`SELECT e.id AS "eventId", i.id AS "invoiceId", i.number, c.id AS "casinoId", c.name AS "casinoName",
			i.amount_due::float8 AS "amountDue", i.currency, i.id = e.bound AS "isBound",
			(i.amount_due = e.amount AND i.currency = e.currency) AS "hasAmount",
			coalesce(lower(i.purchaser_email) = e.email OR lower(p.billing_email) = e.email, false) AS "hasPayer",
			coalesce(p.stripe_i_d = e.customer, false) AS "hasCustomer"
		 FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::text[], $5::text[], $6::text[]) AS e(id, bound, amount, currency, email, customer)
		 JOIN LATERAL (
			SELECT v.* FROM invoices v WHERE v.id = e.bound
			UNION (SELECT v.* FROM invoices v WHERE v.status IN ('open', 'draft', 'uncollectible') AND (
				(v.amount_due = e.amount AND v.currency = e.currency) OR lower(v.purchaser_email) = e.email
				OR v.casino_id IN (SELECT k.id FROM casinos k JOIN companies q ON q.id = k.company_id WHERE q.stripe_i_d = e.customer OR lower(q.billing_email) = e.email)
			) ORDER BY v.created_at DESC LIMIT 20)
		 ) i ON true
		 JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id`,
		[
			facts.map(({ row }) => row.id),
			facts.map(({ row }) => row.invoiceId),
			facts.map(({ fact }) => fact?.amount ?? null),
			facts.map(({ fact }) => fact?.currency ?? null),
			facts.map(({ fact }) => fact?.payerEmail?.trim().toLowerCase() ?? null),
			facts.map(({ fact }) => fact?.customerId ?? null),
		],
	);
	const byEvent = new Map<string, Candidate[]>();
	const score = (match: Match) =>
		Number(match.isBound) * 8 + Number(match.hasAmount) * 4 + Number(match.hasPayer) * 2 + Number(match.hasCustomer);
	for (const match of matches.toSorted((a, b) => score(b) - score(a))) {
		const known = byEvent.get(match.eventId) ?? [];
		if (known.length < 5) byEvent.set(match.eventId, [...known, explain(match)]);
	}
	return byEvent;
}

function explain({ eventId: _event, isBound, hasAmount, hasPayer, hasCustomer, ...candidate }: Match): Candidate {
	const owed = formatMoney(candidate.amountDue, candidate.currency);
	const reasons = [
		isBound ? "the payment names this invoice" : null,
		hasAmount ? `it asks exactly ${owed}` : `it asks ${owed}, another amount`,
		hasPayer ? "the payer's e-mail fits" : null,
		hasCustomer ? "it is this customer's" : null,
	].filter((reason) => reason !== null);
	const sentence = reasons.join(", ");
	return { ...candidate, why: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` };
}
