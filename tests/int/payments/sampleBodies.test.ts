import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerSetup } from "../../harness/factories";
import { readStripeEventBodies } from "../../harness/readStripeEventBodies";
import { signStripeBody } from "../../harness/signStripeBody";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import type { StripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { countRuns, eventState, invoiceState, query } from "./stage";

const bodies = readStripeEventBodies().map(({ file, body }) => ({ file, event: JSON.parse(body) as StripeEvent }));
const paid = bodies.filter(({ event }) => ["invoice.paid", "invoice.payment_succeeded"].includes(event.type));

let keyturn: Keyturn;

beforeAll(async () => {
	keyturn = await startKeyturn();
});
afterAll(() => keyturn?.stop());

async function receive(event: object): Promise<number> {
	const body = JSON.stringify(event);
	const headers = { "stripe-signature": signStripeBody({ body, secret: "whsec_test" }) };
	return (await keyturn.request("/stripe/webhooks", { method: "POST", headers, body })).status;
}

test.skipIf(paid.length === 0)(
	"paid invoices as others wrote them down settle and provision, with our id alone added",
	async () => {
		for (const { file, event } of paid) {
			const { object } = event.data;
			const amountDue = Number(object.amount_paid ?? object.amount_due);
			const { casino, invoice, onboarding } = await createCustomerSetup(keyturn, {
				invoice: { amountDue, currency: String(object.currency), purchaserEmail: null },
			});
			const metadata = { ...(object.metadata as object), keyturn_invoice: invoice.id };
			const id = `${event.id}_${invoice.id}`;
			expect(await receive({ ...event, id, data: { ...event.data, object: { ...object, metadata } } }), file).toBe(200);
			await workQueues(keyturn);
			const [row] = await query<{ id: string }>(keyturn, "SELECT id FROM payment_events WHERE event_id = $1", [id]);
			expect(await eventState(keyturn, row?.id ?? ""), file).toMatchObject({ status: "settled", invoice: invoice.id });
			expect(await invoiceState(keyturn, invoice.id), file).toMatchObject({ status: "paid", paid: amountDue });
			expect(await countRuns(keyturn, onboarding.id), file).toBe(1);
			const [live] = await query<{ status: string }>(keyturn, "SELECT status::text FROM casinos WHERE id = $1", [
				casino.id,
			]);
			expect(live?.status, file).toBe("live");
		}
	},
);

test.skipIf(bodies.length === 0)(
	"whole events as others wrote them down are taken in, and none of them is lost or fails",
	async () => {
		for (const { file, event } of bodies) expect(await receive(event), file).toBe(200);
		await workQueues(keyturn);
		const rows = await query<{ type: string; status: string }>(
			keyturn,
			"SELECT type, status::text FROM payment_events WHERE status IN ('received', 'failed')",
		);
		expect(rows).toEqual([]);
		const [count] = await query<{ kept: number }>(
			keyturn,
			"SELECT count(*)::int AS kept FROM payment_events WHERE event_id = ANY($1)",
			[bodies.map(({ event }) => event.id)],
		);
		expect(count?.kept).toBe(new Set(bodies.map(({ event }) => event.id)).size);
	},
);
