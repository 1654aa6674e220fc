import { createLocalReq } from "payload";
import { amendContract } from "@/operations/contracts/amendContract";
import { inTransaction } from "@/operations/inTransaction";
import { amendInvoice } from "@/operations/invoices/amendInvoice";
import { decidePurchaseOrder } from "@/operations/payments/decidePurchaseOrder";
import type { Invoice, Message, Onboarding } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import { colleague, type Desk, together } from "./desk";
import { hearDisputeWon, hearPaid, hearPaidInHalves, hearSubscribed } from "./hearFromStripe";
import { letTimePass } from "./letTimePass";
import { type Opened, openCustomer, writeInvoice, writeOrderForm } from "./openCustomer";
import type { SampleCustomer } from "./sampleCustomers";
import { type Work, workThrough } from "./workThrough";

export type Invoiced = Opened & { invoice: Invoice };

type Way = Parameters<typeof openCustomer>[2] & {
	daysToSign?: number;
	daysToInvoice?: number;
	dueInDays?: number;
	contract?: "order_form" | "support";
	/** What is done before the invoice; the casino floor's contracting when left out. */
	work?: Work;
};

/** What is done of the casino floor's first phase before there is an invoice. */
export const contracting: Work = {
	phases: ["contracting"],
	choices: { dpa_needed: "no" },
};

/** From the first call to an open invoice: how every customer begins who came so far. */
export async function reachInvoice(desk: Desk, facts: SampleCustomer, values: Way): Promise<Invoiced> {
	const { daysToSign = 5, daysToInvoice = 1, dueInDays, contract, work = contracting, ...rest } = values;
	const customer = await openCustomer(desk, facts, rest);
	await letTimePass(desk.payload, customer.casino.id, daysToSign);
	await workThrough(desk, customer, work);
	await writeOrderForm(desk, customer, "signed", contract);
	await letTimePass(desk.payload, customer.casino.id, daysToInvoice);
	const invoice = await writeInvoice(desk, customer, dueInDays === undefined ? {} : { dueInDays });
	return { ...customer, invoice };
}

/** How a customer pays: at once, in two payments, or so that their bank disputes it in vain. */
export type Payer = "at_once" | "in_halves" | "and_disputes";

/** The invoice is paid after some days, which opens the gate: the customer is provisioned. */
export async function reachTenant(
	desk: Desk,
	facts: SampleCustomer,
	{ daysToPay, pays = "at_once", ...values }: Way & { daysToPay: number; pays?: Payer },
): Promise<Invoiced> {
	const customer = await reachInvoice(desk, facts, values);
	await letTimePass(desk.payload, customer.casino.id, daysToPay);
	await (pays === "in_halves" ? hearPaidInHalves : hearPaid)(desk.payload, customer.invoice);
	if (pays === "and_disputes") await hearDisputeWon(desk.payload, customer.invoice);
	await hearSubscribed(desk.payload, customer, customer.invoice);
	return customer;
}

/** Writes something into a customer's onboarding, as operations does. */
export async function enter({ payload, system }: Desk, { onboarding }: Opened, data: Partial<Onboarding>) {
	await payload.update({ collection: slug.onboardings, id: onboarding.id, data, depth: 0, ...system });
}

/** Welcome and confirmation have arrived when they were written. Nobody is written to: only the record says so. */
export async function recordArrival(desk: Desk, { casino }: Opened): Promise<void> {
	const sql = await sqlOf(desk);
	const written = await sql<{ id: string; status: "queued" | "held" }>(
		"SELECT id, status FROM messages WHERE casino_id = $1::uuid AND status IN ('queued', 'held') AND template IN ('welcome', 'payment_received')",
		[casino.id],
	);
	await together(desk, async (system) => {
		const write = (id: string, data: Partial<Message>) =>
			desk.payload.update({ collection: slug.messages, id, data, depth: 0, ...system });
		for (const { id, status } of written) {
			// What was held goes through the queue, as when a mail server is connected.
			if (status === "held") await write(id, { status: "queued", error: null });
			await write(id, { status: "sent", sentAt: new Date().toISOString() });
		}
	});
}

/** Finance approves the customer's purchase order; another amount or currency than the limit's waits for a second person. */
export async function approveOrder(desk: Desk, { invoice }: Invoiced, order: { number: string; reason: string }) {
	const user = { ...colleague(desk, "finance"), collection: slug.users };
	const req = await createLocalReq({ user }, desk.payload);
	await inTransaction(req, () => decidePurchaseOrder({ req, invoiceId: invoice.id, decision: "approve", ...order }));
}

/** The customer wants more seats: the order form is amended and signed, and finance asks for the invoice to be amended in proportion. */
export async function addSeats(desk: Desk, customer: Invoiced, { more, reason }: { more: number; reason: string }) {
	const { payload, system } = desk;
	const { casino, invoice } = customer;
	const ops = await actAs(desk, customer, "ops");
	const { docs } = await payload.find({
		collection: slug.contracts,
		where: { casino: { equals: casino.id }, type: { equals: "order_form" }, status: { equals: "signed" } },
		depth: 0,
		limit: 1,
		...system,
	});
	const [contract] = docs;
	if (!contract?.seats) throw new Error(`The sample customer ${casino.name} has no signed order form with seats.`);
	const seats = contract.seats + more;
	const amendment = await inTransaction(ops, () =>
		amendContract({ req: ops, contractId: contract.id, terms: { seats }, reason }),
	);
	const signed = {
		collection: slug.contracts,
		id: amendment.id,
		data: { status: "signed" as const },
		depth: 0,
	} as const;
	await together(desk, (system) => payload.update({ ...signed, ...system }));
	const finance = await actAs(desk, customer, "finance");
	const amountDue = Math.round((invoice.amountDue * seats) / contract.seats);
	await inTransaction(finance, () => amendInvoice({ req: finance, invoiceId: invoice.id, amountDue, reason }));
}
