import { afterAll, beforeAll, expect, test } from "vitest";
import { type CustomerSetup, createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { newId, paidInvoice, recordStripeEvent, type StripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { countRuns, query } from "./stage";

let keyturn: Keyturn;

beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn?.stop());

/** Numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
	const shuffled = [...items];
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
	}
	return shuffled;
}

type Purchase = { setup: CustomerSetup; events: StripeEvent[] };

/** One purchase as Stripe tells it; only the invoice's own events name our invoice. */
function tellPurchase(setup: CustomerSetup, refunded: "in part" | "in full"): StripeEvent[] {
	const { invoice } = setup;
	const ids = { id: newId("in"), customer: newId("cus") };
	const intent = newId("pi");
	const paid = paidInvoice(invoice, ids);
	const whole = invoice.amountDue;
	return [
		stripeEvent("invoice.finalized", { ...paid, status: "open", amount_paid: 0 }, 0),
		stripeEvent("invoice.payment_failed", { ...paid, status: "open", amount_paid: 0 }, 10),
		stripeEvent(
			"invoice_payment.paid",
			{
				id: newId("inpay"),
				object: "invoice_payment",
				invoice: ids.id,
				amount_paid: whole,
				amount_requested: whole,
				currency: invoice.currency,
				payment: { type: "payment_intent", payment_intent: intent },
			},
			20,
		),
		stripeEvent("invoice.paid", paid, 20),
		stripeEvent(
			"checkout.session.completed",
			{
				id: newId("cs"),
				object: "checkout.session",
				payment_status: "paid",
				payment_intent: intent,
				amount_total: whole,
				currency: invoice.currency,
			},
			20,
		),
		stripeEvent(
			"charge.refunded",
			{
				id: newId("ch"),
				object: "charge",
				amount: whole,
				amount_refunded: refunded === "in full" ? whole : 1_000,
				refunded: refunded === "in full",
				currency: invoice.currency,
				payment_intent: intent,
				customer: ids.customer,
			},
			30,
		),
	];
}

async function endOf({ setup, events }: Purchase) {
	const [state] = await query(
		keyturn,
		`SELECT i.status::text AS invoice, i.amount_paid::int AS paid, i.amount_refunded::int AS refunded, i.paid_at AS "paidAt",
			i.payment_failed_at AS "failedAt", c.payment_standing::text AS standing,
			i.stripe_invoice_id IS NOT NULL AS "hasInvoiceId", i.stripe_payment_intent_id IS NOT NULL AS "hasIntent",
			(SELECT json_agg(kind ORDER BY kind) FROM risks r WHERE r.casino_id = c.id AND r.status <> 'resolved') AS risks
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1`,
		[setup.invoice.id],
	);
	const statuses = await query<{ eventId: string; status: string }>(
		keyturn,
		`SELECT event_id AS "eventId", status::text FROM payment_events WHERE event_id = ANY($1)`,
		[events.map(({ id }) => id)],
	);
	const [unbound] = await query<{ open: number }>(
		keyturn,
		`SELECT count(*)::int AS open FROM risks r JOIN payment_events e ON e.id = r.payment_event_id
		 WHERE r.status <> 'resolved' AND e.event_id = ANY($1)`,
		[events.map(({ id }) => id)],
	);
	return {
		...state,
		events: events.map(({ id, type }) => [type, statuses.find(({ eventId }) => eventId === id)?.status]),
		heldRisks: unbound?.open,
		runs: await countRuns(keyturn, setup.onboarding.id),
	};
}

async function endInOrder(refunded: "in part" | "in full", arrange: (events: StripeEvent[]) => StripeEvent[]) {
	const setup = await createCustomerSetup(keyturn);
	const events = tellPurchase(setup, refunded);
	for (const event of arrange(events)) {
		await recordStripeEvent(keyturn, event);
		await workQueues(keyturn, ["settlePaymentEvent"]);
	}
	return endOf({ setup, events });
}

const expected = {
	"in part": { invoice: "paid", refunded: 1_000, standing: "good" },
	"in full": { invoice: "refunded", refunded: 120_000, standing: "refunded" },
} as const;

for (const refunded of ["in part", "in full"] as const) {
	test(`a purchase refunded ${refunded} ends the same in any order and repetition`, async () => {
		const inOrder = await endInOrder(refunded, (events) => events);
		expect(inOrder).toMatchObject({
			...expected[refunded],
			paid: 120_000,
			failedAt: null,
			hasInvoiceId: true,
			hasIntent: true,
			risks: ["payment_reversed"],
			heldRisks: 0,
			runs: 1,
		});
		expect(inOrder.events.map(([, status]) => status)).toEqual(Array(6).fill("settled"));
		const random = seeded(refunded.length);
		for (let round = 0; round < 9; round++) {
			const order: string[] = [];
			const end = await endInOrder(refunded, (events) => {
				const shuffled = shuffle([...events, ...events.slice(0, round % 3)], random);
				order.push(...shuffled.map(({ type }) => type));
				return shuffled;
			});
			expect(end, order.join(" → ")).toEqual(inOrder);
		}
	});
}

test("a burst that four workers settle at once ends the same", async () => {
	const { settlePaymentEvent } = await import("@/operations/payments/settlePaymentEvent");
	const inOrder = await endInOrder("in part", (events) => events);
	for (let round = 0; round < 3; round++) {
		const setup = await createCustomerSetup(keyturn);
		const events = tellPurchase(setup, "in part");
		const rows = await Promise.all(events.map((event) => recordStripeEvent(keyturn, event)));
		// Half of the rounds without repetitions, which would heal what a race had hurt.
		const taken = round % 2 === 0 ? rows : [...rows, ...rows];
		await Promise.all(taken.map((eventId) => settlePaymentEvent({ payload: keyturn.payload, eventId })));
		await workQueues(keyturn, ["settlePaymentEvent"]);
		expect(await endOf({ setup, events })).toEqual(inOrder);
	}
});
