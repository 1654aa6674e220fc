import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { env } from "@/env";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import type { Invoice } from "@/payload-types";
import type { PaymentsPort } from "@/provisioning/ports";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { portsOf } from "../portsOf";

type Row = {
	id: string;
	number: string;
	status: string;
	amountDue: number;
	currency: string;
	description: string | null;
	dueAt: string | null;
	purchaserEmail: string | null;
	onboardingId: string | null;
	stripeInvoiceId: string | null;
	hostedUrl: string | null;
	casinoId: string;
	casinoName: string;
	companyId: string | null;
	companyName: string | null;
	billingEmail: string | null;
	customerId: string | null;
};

async function readRow(req: PayloadRequest, id: string): Promise<Row> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ invoice: Row }>(
		`SELECT json_build_object('id', i.id, 'number', i.number, 'status', i.status, 'amountDue', i.amount_due, 'currency', i.currency,
			'description', i.description, 'dueAt', i.due_at, 'purchaserEmail', i.purchaser_email, 'onboardingId', i.onboarding_id,
			'stripeInvoiceId', i.stripe_invoice_id, 'hostedUrl', i.hosted_url,
			'casinoId', c.id, 'casinoName', c.name, 'companyId', p.id, 'companyName', p.name,
			'billingEmail', p.billing_email, 'customerId', nullif(p.stripe_i_d, '')) AS invoice
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id WHERE i.id = $1::uuid`,
		[id],
	);
	if (!row) throw new NotFound("invoice");
	return row.invoice;
}

export type SentInvoice = { status: string; by: "stripe" | "checkout" | "hand"; url: string | null; message: string };

/**
 * Sends an invoice: through the payment provider, with our ids in its metadata and a key that makes a second call harmless,
 * or, without one, by marking it as sent by hand. The provider is asked outside of any transaction of ours; a crash in
 * between is mended by calling again.
 *
 * @throws Conflict when it is not draft or open; InvalidInput when the provider would not know whom to bill
 */
export async function sendInvoice(input: {
	req: PayloadRequest;
	invoiceId: string;
	as: "invoice" | "checkout";
}): Promise<SentInvoice> {
	const { req, invoiceId } = input;
	const invoice = await readRow(req, invoiceId);
	if (invoice.status !== "draft" && invoice.status !== "open") {
		throw new Conflict(`Invoice ${invoice.number} is ${invoice.status}: there is nothing to send.`);
	}
	const { payments } = portsOf(req);
	if (!payments) {
		await markSent(req, invoiceId, {});
		return {
			status: "open",
			by: "hand",
			url: null,
			message: "Marked as sent by hand: Stripe is not connected (STRIPE_SECRET_KEY).",
		};
	}
	return input.as === "checkout" ? sendCheckout(req, payments, invoice) : sendAsInvoice(req, payments, invoice);
}

const metadataOf = (invoice: Row) => ({
	keyturn_invoice: invoice.id,
	...(invoice.onboardingId ? { keyturn_onboarding: invoice.onboardingId } : {}),
});

async function sendAsInvoice(req: PayloadRequest, payments: PaymentsPort, invoice: Row): Promise<SentInvoice> {
	const customerId = await ensureCustomer(req, payments, invoice);
	const sent = await payments.sendInvoice({
		idempotencyKey: `invoice:${invoice.id}`,
		customerId,
		amount: invoice.amountDue,
		currency: invoice.currency,
		description: invoice.description ?? `Invoice ${invoice.number}`,
		dueAt: invoice.dueAt,
		metadata: metadataOf(invoice),
	});
	await markSent(req, invoice.id, {
		stripeInvoiceId: sent.invoiceId,
		hostedUrl: sent.hostedUrl,
		stripePaymentIntentId: sent.paymentIntentId,
	});
	return { status: "open", by: "stripe", url: sent.hostedUrl, message: "Stripe has sent the invoice." };
}

async function sendCheckout(req: PayloadRequest, payments: PaymentsPort, invoice: Row): Promise<SentInvoice> {
	const { url } = await payments.createCheckout({
		idempotencyKey: `checkout:${invoice.id}:${new Date().toISOString().slice(0, 10)}`,
		customerId: invoice.customerId,
		email: invoice.purchaserEmail ?? invoice.billingEmail,
		amount: invoice.amountDue,
		currency: invoice.currency,
		description: invoice.description ?? `Invoice ${invoice.number}`,
		metadata: metadataOf(invoice),
		successUrl: `${env().SERVER_URL}/sign-in?paid=1`,
		cancelUrl: `${env().SERVER_URL}/sign-in?paid=0`,
	});
	await markSent(req, invoice.id, { hostedUrl: url });
	return {
		status: "open",
		by: "checkout",
		url,
		message: "The payment page is ready. Pass its link on to the customer.",
	};
}

async function ensureCustomer(req: PayloadRequest, payments: PaymentsPort, invoice: Row): Promise<string> {
	if (invoice.customerId) return invoice.customerId;
	const { companyId } = invoice;
	const email = invoice.billingEmail ?? invoice.purchaserEmail;
	if (!email)
		throw new InvalidInput([
			{ path: "purchaserEmail", message: "Neither the invoice nor the company has an e-mail to send it to." },
		]);
	const { customerId } = await payments.ensureCustomer({
		idempotencyKey: `customer:${companyId ?? invoice.casinoId}`,
		billed: companyId ? { kind: "company", id: companyId } : { kind: "casino", id: invoice.casinoId },
		name: invoice.companyName ?? invoice.casinoName,
		email,
	});
	// Without a company nothing of ours keeps the customer's id: the provider finds it again by the casino's.
	if (!companyId) return customerId;
	await req.payload.update({
		collection: slug.companies,
		id: companyId,
		data: { stripeID: customerId },
		depth: 0,
		...asSystem(req, "customer at the provider"),
	});
	return customerId;
}

async function markSent(
	req: PayloadRequest,
	id: string,
	known: Partial<Pick<Invoice, "stripeInvoiceId" | "hostedUrl" | "stripePaymentIntentId">>,
): Promise<void> {
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const [row] = await sql<{ status: Invoice["status"]; sentAt: Date | null }>(
			`SELECT status, sent_at AS "sentAt" FROM invoices WHERE id = $1::uuid FOR NO KEY UPDATE`,
			[id],
		);
		if (!row) throw new NotFound("invoice");
		const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
		await req.payload.update({
			collection: slug.invoices,
			id,
			// A payment may have overtaken us: only a draft becomes open.
			data: {
				...present,
				...(row.status === "draft" ? { status: "open" } : {}),
				sentAt: (row.sentAt ?? new Date()).toISOString(),
			},
			depth: 0,
			...asSystem(req, "sent to the customer"),
		});
	});
}
